/** What an assignment that begins blank has: a network for the first element to be on. */
export const blankLab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: true }
elements: {}
`;
