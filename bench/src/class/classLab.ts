/** What a class gets: two machines on a network of their own, with a gateway. */
export const classLab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
  web: { kind: container, image: debian-12, memory: 128MiB, networks: [lan] }
  db: { kind: container, image: debian-12, memory: 128MiB, networks: [lan] }
`;
