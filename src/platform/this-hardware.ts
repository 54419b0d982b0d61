import packageJson from '../../package.json' with { type: 'json' }
import { graphicsDriver } from './graphics-driver.ts'

/** What runs the encoders on this machine, as `Surroundings.hardware` wants it. */
export function thisHardware(): { readonly driver: string; readonly runtimeVersion: string } {
  return { driver: graphicsDriver(), runtimeVersion: packageJson.dependencies['onnxruntime-node'] }
}
