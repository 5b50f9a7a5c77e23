/** The one function of mapshaper that the build uses: run a command line over files held in memory. */
declare module 'mapshaper' {
  const mapshaper: {
    applyCommands(commands: string, input: Record<string, string>): Promise<Record<string, Uint8Array | string>>
  }
  export default mapshaper
}
