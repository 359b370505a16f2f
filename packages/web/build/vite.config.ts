import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type ProxyOptions } from 'vite';

const server = process.env.LABCAST_DEV_SERVER ?? 'http://127.0.0.1:8080';
const tokenFile = process.env.LABCAST_DEV_TOKEN_FILE;

/** Passes calls on to a running server; with a token file, as its administrator. For development only. */
function proxyToServer(): ProxyOptions {
  return {
    target: server,
    changeOrigin: true,
    ws: true,
    configure: (proxy) => {
      const authorize = (request: {
        setHeader(name: string, value: string): void;
        removeHeader(name: string): void;
      }) => {
        // The server refuses pages of other origins, which this one is while developing.
        request.removeHeader('origin');
        if (tokenFile !== undefined)
          request.setHeader('authorization', `Bearer ${readFileSync(tokenFile, 'utf8').trim()}`);
      };
      proxy.on('proxyReq', authorize);
      proxy.on('proxyReqWs', authorize);
    },
  };
}

export default defineConfig(({ command }) => ({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  resolve: {
    // The package's index names thousands of files, which a development server would send one by one.
    alias:
      command === 'serve'
        ? { '@tabler/icons-react': '@tabler/icons-react/dist/esm/icons/index.mjs' }
        : {},
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': proxyToServer(), '/healthz': proxyToServer() },
  },
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    chunkSizeWarningLimit: 1600,
  },
}));
