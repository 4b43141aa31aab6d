# Node 20.19 and later will do; a build that has to be the same every time names an image by its digest.
ARG NODE=24

FROM node:${NODE}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
COPY src ./src
RUN npm ci --ignore-scripts --no-audit --no-fund \
 && npm run build \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:${NODE}-bookworm-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist

# A folder below the volume, so that the server makes it itself and owns it whoever owns the volume.
ENV NODE_ENV=production TEAM_CONTEXT_STATE=/state/team-context
RUN install --directory --owner=1000 --group=1000 --mode=0700 /library /state
VOLUME /state
USER 1000:1000
EXPOSE 8326
STOPSIGNAL SIGTERM

HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8326/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

ENTRYPOINT ["node", "/app/dist/main.js"]
# Without the first --allowed-host the health check above would be refused. Add --public-url for everybody else.
CMD ["serve", "/library", "--http", "--host", "0.0.0.0", "--allowed-host", "127.0.0.1"]
