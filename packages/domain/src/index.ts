export * from './errors.ts';
export * from './blueprint/blueprint.ts';
export * from './capacity/hostObservation.ts';
export * from './catalogue/catalogueImage.ts';
export * from './environment/desired.ts';
export * from './environment/names.ts';
export * from './environment/observed.ts';
export * from './environment/status.ts';
