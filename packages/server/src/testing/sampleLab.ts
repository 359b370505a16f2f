/** One of each kind, as a person writes it. */
export const sampleLab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements:
  web: { kind: container, image: debian-12, networks: [lan], ports: [80] }
  cluster: { kind: cluster, nodes: 2, networks: [lan] }
  shop: { kind: app, on: cluster, image: nginx }
`;
