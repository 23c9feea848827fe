// A fund's name and its CNPJ name two funds: the CNPJ counts, and somebody may have meant the name. Names that are no fund's at
// all are often a desk's own short ones: they are one sentence.
import { type Contradiction, contradictions } from '../../domain/fundName';
import type { Place } from '../../domain/problem';
import { msg } from '../../language/message';
import type { Table } from '../../sheets/read';
import { type DayInputs, valuesOf } from '../day/inputs';
import { type Check, type Finding, placeAt } from './check';
import type { TradesSubject } from './trade';

interface Wrong extends Contradiction {
  readonly written: string;
  readonly place: Place;
}

export const fundName: Check<TradesSubject> = {
  code: 'fund-name',
  setting: null,
  find({ inputs }) {
    const wrong = wrongNames(inputs);
    // The first by its CNPJ: the order of rows changes nothing.
    const strange = wrong
      .filter(({ other }) => other === null)
      .sort((a, b) => (`${a.own.cnpj} ${a.written}` < `${b.own.cnpj} ${b.written}` ? -1 : 1));
    const [first] = strange;
    const findings: readonly Finding[] = [
      ...wrong.flatMap(({ own: { fund: own, cnpj }, other, place }) =>
        other === null
          ? []
          : [
              {
                text: msg('{cnpj} is {own}, and the row names {other}; compare name and CNPJ', {
                  ...{ cnpj, own, other: other.fund },
                }),
                place,
              },
            ],
      ),
      ...(first === undefined
        ? []
        : [
            {
              text: msg(
                '{n} {n|row has|rows have} a name without a word of {n|its fund’s|their funds’}; the first is "{written}" for {own}, {cnpj}: compare name and CNPJ',
                {
                  ...{ n: strange.length, written: first.written },
                  ...{ own: first.own.fund, cnpj: first.own.cnpj },
                },
              ),
              place: { tab: first.place.tab ?? null },
            },
          ]),
    ];
    return findings.map((finding) => ({ ...finding, severity: 'warning' }));
  },
};

function wrongNames({ trades, holdings, funds }: DayInputs): readonly Wrong[] {
  const against = contradictions(valuesOf(funds));
  const inTable = <R extends { readonly fund: string | null; readonly cnpj: string }>(
    table: Table<R>,
    placeOf: (row: number) => Place,
  ): readonly Wrong[] =>
    table.rows.flatMap(({ row, value: { fund, cnpj } }) => {
      const found = fund === null ? null : against({ fund, cnpj });
      return fund === null || found === null ? [] : [{ ...found, written: fund, place: placeOf(row) }];
    });
  return [
    ...inTable(trades, (row) => placeAt(trades, row, 'fund')),
    ...inTable(holdings, (row) => placeAt(holdings, row, 'fund')),
  ];
}
