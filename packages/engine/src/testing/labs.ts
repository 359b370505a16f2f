/** One machine with a file and commands. */
export const machineLab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements:
  web:
    kind: container
    image: debian-12
    cpu: 1
    memory: 256MiB
    files:
      - path: /etc/greeting
        content: hello
    run:
      - install something
      - start something
`;

/** Machines on two networks, and a cluster of three nodes with an app. */
export const clusterLab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
  dmz: { subnet: 10.20.0.0/24, internet: false }
elements:
  web:
    kind: container
    image: debian-12
    networks: [dmz, lan]
    run: [install something]
  cluster:
    kind: cluster
    nodes: 3
    networks: [lan]
  shop:
    kind: app
    on: cluster
    image: nginx
    port: 80
`;

/** A virtual machine on a network. */
export const vmLab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements:
  vm: { kind: vm, image: debian-vm, memory: 512MiB, storage: 6GiB }
`;
