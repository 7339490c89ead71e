import { listed, saying, type legal as english, type Operator } from '../en/legal.js';

function seller({ name, address }: Operator): string {
  if (name === undefined) return 'L’exploitant de cette boutique';
  return address === undefined ? name : `${name}, ${address},`;
}

export const legal: typeof english = {
  pages: {
    notice: (who) => ({
      title: 'Mentions légales',
      sections: [
        {
          heading: 'Éditeur',
          paragraphs: [
            listed(who.name, who.address),
            who.registration,
            saying(who.vatNumber, (number) => `Numéro de TVA : ${number}`),
          ],
        },
        { heading: 'Contact', paragraphs: [who.email] },
        { heading: 'Hébergement', paragraphs: [who.hosting] },
        {
          heading: 'Droits sur les photos',
          paragraphs: [
            'Les photos appartiennent à leurs photographes. Ce qui est montré ici porte un filigrane et ne peut être ni copié, ni publié, ni utilisé pour entraîner des logiciels.',
          ],
        },
      ],
    }),
    terms: (who) => ({
      title: 'Conditions de vente',
      sections: [
        {
          heading: 'Qui vend',
          paragraphs: [
            `${seller(who)} vend les photos de tous les événements de cette boutique et encaisse le paiement ; chaque événement indique de qui sont ses photos. Une commande comporte des frais de service de 1,00 €, affichés avant le paiement.`,
          ],
        },
        {
          heading: 'Ce qui est vendu',
          paragraphs: [
            'Des copies numériques de photos, en fichier original ou en taille web, sans filigrane, pour un usage privé : garder, imprimer, montrer et partager, mais ni vendre ni faire de publicité.',
          ],
        },
        {
          heading: 'Prix et paiement',
          paragraphs: [
            'Les prix sont TTC. La combinaison de packs la moins chère est calculée pour chaque panier. Le contrat est conclu quand le paiement aboutit.',
          ],
        },
        {
          heading: 'Livraison',
          paragraphs: [
            'La page de commande, dont le lien vous est envoyé, permet de télécharger aussitôt. Le lien est valable 72 heures au moins, comme l’indique cette page, et s’y renouvelle.',
          ],
        },
        {
          heading: 'Rétractation',
          paragraphs: [
            'Le consommateur dispose de 14 jours pour se rétracter. Pour un contenu numérique livré aussitôt, ce droit prend fin avec la livraison si vous y avez consenti avant de payer. La page « Se rétracter d’un achat » reçoit votre déclaration sans connexion.',
          ],
        },
        {
          heading: 'En cas de problème',
          paragraphs: [
            saying(who.email, (email) => `Écrivez à ${email}.`),
            'Vos garanties légales de conformité du contenu numérique demeurent.',
            saying(
              who.mediator,
              (mediator) => `Le consommateur peut saisir gratuitement un médiateur : ${mediator}.`,
            ),
          ],
        },
      ],
    }),
    privacy: (who) => ({
      title: 'Vie privée',
      sections: [
        {
          heading: 'Qui est responsable',
          paragraphs: [listed(who.name, who.address, who.email)],
        },
        {
          heading: 'Les photos de vous',
          paragraphs: [
            'Les photos d’une course publique sont montrées pour que chacun retrouve les siennes. Vous n’avez pas de raison à donner pour refuser : la page de chaque photo a un formulaire pour la faire masquer, qui ne demande qu’une adresse e-mail.',
            saying(
              who.email,
              (email) =>
                `Pour faire effacer une photo, ou si vous n’avez pas d’e-mail, adressez-vous à nous : ${email}.`,
            ),
          ],
        },
        {
          heading: 'Les visages',
          paragraphs: [
            'Les gabarits de visage sont des données biométriques. Ils ne servent qu’au sein d’un événement, pour retrouver les photos d’une même personne, et sont supprimés au plus tard au terme fixé par le photographe. Un selfie de recherche n’est jamais conservé ; on garde qu’un accord a été donné, et à quel texte.',
          ],
        },
        {
          heading: 'Commandes et messages',
          paragraphs: [
            'Une commande garde votre e-mail, ce que vous avez acheté et ce que la loi demande aux factures. Les données de paiement vont au prestataire de paiement, pas à nous. Qui suit un événement peut arrêter d’un clic dans chaque message.',
          ],
        },
        {
          heading: 'Cookies',
          paragraphs: [
            'Seulement ce qu’il faut à la boutique : votre panier et vos favoris, l’adresse avec laquelle vous vous êtes connecté, votre langue et votre thème, une protection des formulaires, et un numéro qui distingue cette visite de celles qui passent par la même adresse. Ni publicité ni pistage, donc pas de bandeau.',
          ],
        },
        {
          heading: 'Vos droits',
          paragraphs: [
            `Vous pouvez demander l’accès, la rectification, l’effacement, la limitation et une copie de vos données, et vous opposer${saying(who.email, (email) => ` : ${email}`) ?? ''}. Vous pouvez aussi saisir la CNIL ou votre autorité de protection des données.`,
          ],
        },
      ],
    }),
  },
};
