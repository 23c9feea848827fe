// One instance of Univer from its presets: their plugins, each registered once and the later one winning, and its API.
// Univer's package of all presets does the same, and brings commercial packages along that nothing here uses.
import { type IUniverConfig, type Plugin, type PluginCtor, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';

type PluginOf = PluginCtor<Plugin>;
type Registered = PluginOf | [PluginOf, ConstructorParameters<PluginOf>[0]];

export interface UniverParts extends Partial<IUniverConfig> {
  readonly presets: readonly { readonly plugins: readonly Registered[] }[];
  readonly plugins?: readonly Registered[];
}

export function createUniver({ presets, plugins = [], ...config }: UniverParts): {
  readonly univer: Univer;
  readonly univerAPI: FUniver;
} {
  const univer = new Univer(config);
  const wanted = new Map<string, { readonly plugin: PluginOf; readonly options: unknown }>();
  for (const each of [...presets.flatMap((preset) => preset.plugins), ...plugins]) {
    const [plugin, options] = Array.isArray(each) ? each : [each];
    // A later one stands behind those that it may build on.
    wanted.delete(plugin.pluginName);
    wanted.set(plugin.pluginName, { plugin, options });
  }
  for (const { plugin, options } of wanted.values()) univer.registerPlugin(plugin, options);
  return { univer, univerAPI: FUniver.newAPI(univer) };
}
