import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isHttps } from '../cookies.js';

export interface SecurityOptions {
  readonly publicUrl: string;
  /** Hosts of the payment provider's script, form and calls; none unless it is configured. */
  readonly paymentHosts?: {
    readonly script: readonly string[];
    readonly frame: readonly string[];
    readonly connect: readonly string[];
  };
}

const NO_HOSTS = { script: [], frame: [], connect: [] } as const;

/** No script, style or frame but our own and the payment provider's; nobody frames us. */
export function securityHeaders({
  publicUrl,
  paymentHosts = NO_HOSTS,
}: SecurityOptions): RequestHandler {
  const https = isHttps(publicUrl);
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        scriptSrc: ["'self'", ...paymentHosts.script],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        // data: for the small marks that css draws; blob: for a selfie shown before it is sent.
        imgSrc: ["'self'", 'data:', 'blob:'],
        manifestSrc: ["'self'"],
        connectSrc: ["'self'", ...paymentHosts.connect],
        frameSrc: paymentHosts.frame.length === 0 ? ["'none'"] : [...paymentHosts.frame],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 365 * 24 * 3600 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-site' },
    // A payment's 3-D Secure window opens from ours.
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
  });
  return (request, response, next) => {
    // The page that searches by face lets itself in.
    response.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    guard(request, response, next);
  };
}
