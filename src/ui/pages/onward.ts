// The button that leads on from a dialog which has changed the tabs: to what comes next now, by the day as it stands.
import { button, working } from './dialog';
import { announce } from './dom';
import { ask, reasonOf } from './script';

/** @param reading what is said meanwhile; null = nothing can be opened now, or nobody knows what comes next */
export async function onward(reading: string): Promise<HTMLElement | null> {
  const day = await working(reading, () => ask('deskOverview')).catch(() => null);
  const next = day?.next ?? null;
  if (next === null || next.why !== null) return null;
  const goOn = async (): Promise<void> => {
    try {
      await working(reading, () => ask('openStage', next.request));
    } catch (error) {
      announce(reasonOf(error));
    }
  };
  return button(next.label, () => void goOn(), true);
}
