import Foundation
import Testing

@testable import TinyLM

@Test func numbersThatNoRunHasAreRefused() throws {
    try withTemporaryFolder { parent in
        let path = "\(parent)/run"
        _ = try RunFolder.create(at: path, description: sampleDescription())
        func refusal(_ change: (inout Checkpoint) -> Void) throws -> Int32 {
            var checkpoint = sampleCheckpoint(step: 1)
            change(&checkpoint)
            try write(checkpoint.tensorFile.safetensors(), "\(path)/checkpoint.safetensors")
            return exitCode { () throws(StorageError) in _ = try RunContents(path: path) }
        }
        #expect(try refusal { _ in } == 0)
        for number in [Int.max, .min, -1, 1 << 53, 4001] {
            #expect(try refusal { $0.step = number } == 65)
            #expect(try refusal { $0.tokensSeen = number } == 65)
        }
        for number in [Float.nan, .infinity, -.infinity] {
            #expect(try refusal { $0.parameters[0].values[1] = number } == 65)
            #expect(try refusal { $0.firstMoments[0].values[1] = number } == 65)
            #expect(try refusal { $0.secondMoments[0].values[1] = number } == 65)
        }
        // Where one before it reads, that is taken.
        try write(sampleCheckpoint(step: 1).tensorFile.safetensors(), "\(path)/checkpoint.previous.safetensors")
        #expect(try refusal { $0.step = .max } == 0)
        #expect(try RunContents(path: path).checkpoint == sampleCheckpoint(step: 1))
    }
}

@Test func aDescriptionSurvivesAndItsFaultsAreNamed() throws {
    let description = sampleDescription()
    #expect(try RunDescription(json: description.json(), file: "x") == description)
    func fault(_ change: (inout RunDescription) -> Void) -> String? {
        var description = description
        change(&description)
        return description.fault
    }
    #expect(fault { $0.formatVersion = 3 } == "formatVersion is 3, and this tlviz reads 1 to 2")
    #expect(fault { $0.shape.layers = 0 } == "shape.layers is 0, not 1 to 64")
    #expect(fault { $0.recipe.maxGradientNorm = -1 }?.hasPrefix("recipe.clip is -1.0, not ") == true)
    #expect(fault { $0.recipe.context = 65 } == "recipe.context is 65, not 1 to 64")
    #expect(fault { $0.size = .large } == "size is L, which is not the size of the shape")
    #expect(fault { $0.worldVersion = -1 } == "worldVersion is -1, not 0 to 1000000")
    let edited = String(decoding: try description.json(), as: UTF8.self)
        .replacingOccurrences(of: "\"seed\" : 18446744073709551615", with: "\"seed\" : 3")
    let error = #expect(throws: StorageError.self) { try RunDescription(json: Array(edited.utf8), file: "run.json") }
    #expect(error?.message.hasPrefix("run.json was damaged or edited") == true)
}

@Test func aCheckpointOfAnotherModelIsRefused() throws {
    let checkpoint = sampleCheckpoint(step: 1)
    try checkpoint.require([("embedding", [2, 2])], file: "x")
    #expect(throws: StorageError.self) { try checkpoint.require([("embedding", [4])], file: "x") }
    #expect(throws: StorageError.self) { try checkpoint.require([], file: "x") }
    #expect(throws: StorageError.self) { try Checkpoint(sampleTensors, file: "x") }
}

/// Numbers of a description at the ends of what it may hold: a training that no machine has room for is refused before
/// memory is taken.
