// Data validation rules and their builder.
import type { ValidationSpec } from '../../book/rules';
import { builder, field, value } from './remote';

export const validation = (data: unknown): object =>
  value('DataValidation', data, {
    getCriteriaType: () => field(data, 'criteria'),
    getCriteriaValues: () => [
      field(data, field(data, 'criteria') === 'VALUE_IN_RANGE' ? 'range' : 'values'),
      field(data, 'showDropdown'),
    ],
    getAllowInvalid: () => field(data, 'allowInvalid'),
    getHelpText: () => field(data, 'help'),
  });

/** As the host is told it: the range of a list as an object. */
type Draft = Omit<ValidationSpec, 'source'> & { readonly range: unknown };

export function validationBuilder(): object {
  const draft: Draft = {
    criteria: 'VALUE_IN_LIST',
    values: [],
    range: null,
    showDropdown: true,
    allowInvalid: true,
    help: null,
  };
  return builder<Draft>(
    'DataValidationBuilder',
    draft,
    {
      requireValueInList: (spec, values: unknown[], showDropdown = true) => ({
        ...spec,
        criteria: 'VALUE_IN_LIST',
        values: values.map(String),
        showDropdown,
      }),
      requireValueInRange: (spec, range: object, showDropdown = true) => ({
        ...spec,
        criteria: 'VALUE_IN_RANGE',
        values: [],
        range,
        showDropdown,
      }),
      requireCheckbox: (spec) => ({ ...spec, criteria: 'CHECKBOX', values: [] }),
      setAllowInvalid: (spec, allowInvalid: boolean) => ({ ...spec, allowInvalid }),
      setHelpText: (spec, help: string) => ({ ...spec, help }),
    },
    { build: validation },
  );
}
