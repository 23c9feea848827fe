// Data validation rules and their builder.
import type { ValidationSpec } from '../../book/rules';
import { builder, field, value } from './remote';

export const validation = (data: unknown): object =>
  value('DataValidation', data, {
    getCriteriaType: () => field(data, 'criteria'),
    getCriteriaValues: () => [field(data, 'values'), field(data, 'showDropdown')],
    getAllowInvalid: () => field(data, 'allowInvalid'),
    getHelpText: () => field(data, 'help'),
  });

export function validationBuilder(): object {
  const draft: ValidationSpec = {
    criteria: 'VALUE_IN_LIST',
    values: [],
    showDropdown: true,
    allowInvalid: true,
    help: null,
  };
  return builder<ValidationSpec>(
    'DataValidationBuilder',
    draft,
    {
      requireValueInList: (spec, values: unknown[], showDropdown = true) => ({
        ...spec,
        criteria: 'VALUE_IN_LIST',
        values: values.map(String),
        showDropdown,
      }),
      requireCheckbox: (spec) => ({ ...spec, criteria: 'CHECKBOX', values: [] }),
      setAllowInvalid: (spec, allowInvalid: boolean) => ({ ...spec, allowInvalid }),
      setHelpText: (spec, help: string) => ({ ...spec, help }),
    },
    { build: validation },
  );
}
