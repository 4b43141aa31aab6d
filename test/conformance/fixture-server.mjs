// Our HTTP application with its guards, sessions, streams and limits, serving what the suite asks for by name.
// node fixture-server.mjs LIBRARY
import { openSurface } from '../../dist/commands/open-surface.js';
import { challenge, openAccess } from '../../dist/http/access.js';
import { createApplication } from '../../dist/http/application.js';
import { hostsFor } from '../../dist/http/guards/hosts.js';
import { limitsForOne, limitsWith } from '../../dist/http/limits.js';
import { listen } from '../../dist/http/listener.js';
import { PROTOCOL_PATH } from '../../dist/http/observing/exchange.js';
import { createRequestLog } from '../../dist/http/observing/request-log.js';
import { offerForSuite } from './fixture-offer.mjs';

const HOST = '127.0.0.1';
const [folder = '.'] = process.argv.slice(2);

const limits = limitsForOne(limitsWith());
const log = createRequestLog({ level: 'warn', knows: () => true });
const onFault = (fault) => log.fault(fault);
const surface = await openSurface({ root: folder, poll: false, usesCache: false, onFault });
let application;
const listener = await listen((request, address) => application.answer(request, address), {
  ...{ host: HOST, port: 0, limits, onFault },
});
const url = `http://${HOST}:${listener.port}${PROTOCOL_PATH}`;
application = createApplication({
  surface,
  limits,
  log,
  access: openAccess({ authenticators: undefined, challenge, limits }),
  hosts: hostsFor({ host: HOST, port: listener.port, allowedHosts: [] }),
  entrance: { url, hasTokens: false, hasIssuer: false },
  offer: offerForSuite(folder),
});
process.stdout.write(`The fixture is at ${url}\n`);

process.once('SIGTERM', async () => {
  const closed = listener.stopAccepting();
  await application.close();
  listener.cut();
  await closed;
  await surface.close();
});
