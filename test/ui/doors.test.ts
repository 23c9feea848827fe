// The doors of main.ts: what leaves them, exceptions included, is in the desk's language.
import { describe, expect, it } from '@jest/globals';
import { apply } from '../../src/desk/run/runner';
import { msg } from '../../src/language/message';
import { SaidError } from '../../src/language/print';
import { finalAllocation } from '../../src/stages/stages';
import { doors } from '../../src/ui/doors/answering';
import { set } from '../fixtures/badBooks';
import { workedDay } from '../fixtures/workedDay';

const desk = workedDay();
const { services } = desk;
const { answering, printing, running, lookOrDefault } = doors(() => services);
const refusing = answering((broker: string): string => {
  throw new SaidError(
    msg('nothing is shared with "{broker}"; write one of {brokers}', { broker, brokers: 'A' }),
  );
});
const speak = (language: string): void => set('DESK_LANGUAGE', language)(desk);

describe('a door', () => {
  it('hands over an exception in the desk’s language, as the platform shows its message', () => {
    speak('pt');
    expect(() => refusing('X')).toThrow('não há nada compartilhado com "X"; escreva uma de A');
    speak('en');
    expect(() => refusing('X')).toThrow('nothing is shared with "X"; write one of A');
  });

  it('lets what comes from outside go on as it came', () => {
    const outside = new TypeError('Service invoked too many times');
    const broken = answering(() => {
      throw outside;
    });
    expect(broken).toThrow(outside);
  });

  it('speaks the default where not even the language can be read', () => {
    const { lookOrDefault: guessed } = doors(() => {
      throw new Error('no permission');
    });
    expect([guessed(), lookOrDefault()]).toEqual([
      { language: 'pt', isEmpty: false },
      { language: 'en', isEmpty: false },
    ]);
  });

  it('prints a run whole: headline and problems, each with its code and cell beside it', () => {
    speak('pt');
    const [pt] = running((each) => apply(each, finalAllocation()))().problems;
    speak('en');
    const [en] = running((each) => apply(each, finalAllocation()))().problems;
    expect([pt?.code, pt?.key]).toEqual([en?.code, en?.key]);
    expect(pt?.text).not.toBe(en?.text);
  });

  it('reads the language as late as it is asked for it: a call may have changed it', () => {
    const changed = printing((_services, language, wanted: string) => {
      speak(wanted);
      return language();
    });
    expect([changed('pt'), changed('en')]).toEqual(['pt', 'en']);
  });
});
