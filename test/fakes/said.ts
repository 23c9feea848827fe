// What was said, in English, as most tests read it.
import { inEnglish, type Problem } from '../../src/domain/problem';
import type { Message } from '../../src/language/message';
import { print } from '../../src/language/print';

export const said = (message: Message): string => print(message, 'en');
export const texts = (problems: readonly Problem[]): readonly string[] => problems.map(inEnglish);
