/** Whether anybody who paid, and was not paid back, still has the photo of `take_downs t`. */
export const IS_SOLD = `exists (select from order_items i join orders o on o.id = i.order_id
  where i.photo_id = t.photo_id and i.take_down_refund_id is null
    and o.paid_at is not null and o.state <> 'refunded')`;

/** Of `take_downs t`, with its `photos p`. */
export const STATE = `case
  when t.undone_at is not null then 'undone'
  when t.confirmed_at is null then 'unconfirmed'
  when t.accepted_at is not null then 'accepted'
  when p.taken_down_at is null then 'held'
  when ${IS_SOLD} then 'sold'
  else 'standing' end`;
