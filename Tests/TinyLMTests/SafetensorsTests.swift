import Foundation
import Testing

@testable import TinyLM

@Test func theChecksumIsThatOfTheReference() {
    #expect(hexadecimal(checksum("")) == "ef46db3751d8e999")
    #expect(hexadecimal(checksum("a")) == "d24ec4f1a98c6e5b")
    #expect(hexadecimal(checksum("abc")) == "44bc2cf5ad770999")
    #expect(
        hexadecimal(checksum("Call me Ishmael. Some years ago--never mind how long precisely-")) == "02a2e85470d6fd96")
}

@Test func tensorsSurviveTheWayToBytesAndBack() throws {
    let bytes = sampleTensors.safetensors()
    let read = try TensorFile(safetensors: bytes, file: "x")
    #expect(read == sampleTensors)
    #expect(read.tensors[0].values[0].sign == .minus)
    #expect(bytes == read.safetensors())
    #expect(bytes.count % 8 == 0 || (bytes.count - 10 * 4) % 8 == 0)
}

@Test func halfPrecisionRoundsToTheNearest() throws {
    let values: [Float] = [1, 0.1, 65_519, 65_520, -1e-8, .nan]
    let file = TensorFile(tensors: [.init(name: "a", shape: [6], values: values)])
    let read = try TensorFile(safetensors: file.safetensors(precision: .half), file: "x").tensors[0].values
    #expect(Array(read[..<5]) == [1, 0.099975586, 65_504, .infinity, 0])
    #expect(read[5].isNaN)
}

/// A foreign file: header and data as they are given.
private func foreign(_ header: String, _ data: [UInt8]) -> [UInt8] {
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian, Array.init) + Array(header.utf8) + data
}

@Test func foreignFilesAreRead() throws {
    let header = """
        {"b":{"dtype":"BF16","shape":[2],"data_offsets":[0,4]},"__metadata__":{"format":"pt"}, "i" : {"dtype":"I64",
        "shape":[1],"data_offsets":[4,12],"more":true},"u":{"data_offsets":[12,13],"dtype":"U8","shape":[1,1]}}
        """
    let bytes = foreign(header, [0x80, 0x3F, 0x20, 0xC0, 254, 255, 255, 255, 255, 255, 255, 255, 200])
    let file = try TensorFile(safetensors: bytes, file: "x")
    #expect(throws: StorageError.self) { try TensorFile(safetensors: bytes, file: "x", requiringChecksum: true) }
    #expect(file.metadata == ["format": "pt"])
    #expect(file.tensors.map(\.values) == [[1, -2.5], [-2], [200]])
}

@Test(arguments: [
    "", "[]", "{\"a\":1}", "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
    "{\"a\":{\"dtype\":\"F31\",\"shape\":[2],\"data_offsets\":[0,8]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2,-1],\"data_offsets\":[0,8]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,9223372036854775807,4],\"data_offsets\":[0,8]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387905,2],\"data_offsets\":[0,8]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[1e400],\"data_offsets\":[0,9223372036854775807]}}",
    "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
    "{\"__metadata__\":{\"tlviz.writer\":\"tlviz\"},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
    String(repeating: "[", count: 100_000), "{\"a\":" + String(repeating: "{\"a\":", count: 100_000),
])
func headersThatDoNotFitAreRefused(header: String) {
    #expect(
        exitCode { () throws(StorageError) in
            _ = try TensorFile(safetensors: foreign(header, Array(repeating: 1, count: 8)), file: "x")
        } == 65)
}

@Test func aClaimedLengthTakesNoMemory() {
    for length in [UInt64.max, UInt64(Int64.max), 1 << 40, 100] {
        let bytes = withUnsafeBytes(of: length.littleEndian, Array.init) + Array("{}".utf8)
        #expect(exitCode { () throws(StorageError) in _ = try TensorFile(safetensors: bytes, file: "x") } == 65)
    }
}

@Test func everyBitAndEveryLengthOfATensorFileCounts() throws {
    let whole = sampleTensors.safetensors()
    for count in 0..<whole.count {
        #expect(throws: StorageError.self) { try TensorFile(safetensors: Array(whole[..<count]), file: "x") }
    }
    for bit in 0..<whole.count * 8 {
        var bytes = whole
        bytes[bit / 8] ^= 1 << (bit % 8)
        if let read = try? TensorFile(safetensors: bytes, file: "x") { #expect(read == sampleTensors, "bit \(bit)") }
    }
}

@Test func anErrorIsOneLineWithFilePlaceAndMend() {
    let error = #expect(throws: StorageError.self) {
        try TensorFile(safetensors: [1, 2, 3], file: "a\n\u{1B}[31mname")
    }
    #expect(
        error?.message == "a??[31mname is damaged: it has 3 bytes, too few for a header; "
            + "remove it, or train again into another --output")
}
