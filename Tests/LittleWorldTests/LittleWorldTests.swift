import Testing

@testable import LittleWorld

@Test func theWorldHasAVersion() { #expect(LittleWorld.version > 0) }
