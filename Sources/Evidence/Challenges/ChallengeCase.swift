/// A case for which a path is chosen: who wants what, and what the case needs.
public struct ChallengeCase: Hashable, Sendable {
    /// Its own word, by which a record knows it.
    public let id: String
    /// What it is called.
    public let title: String
    /// What it needs, by the words of the checklist: `jargon`, `freshness` and so on.
    public let needs: [String]
    /// Who wants what, in two or three sentences without a number.
    public let text: String

    /// Every case, in the order of the file.
    public static let all: [ChallengeCase] = {
        var faults: [(offset: Int, reason: String)] = []
        return read(AssetBytes(name: "cases"), &faults)
    }()

    /// What in its file cannot be read as it stands.
    public static var faults: [TableFault] {
        var found: [(offset: Int, reason: String)] = []
        let bytes = AssetBytes(name: "cases")
        _ = read(bytes, &found)
        return TableFault.faults(found, in: bytes, named: "cases", folder: "challenges")
    }

    private static func read(_ bytes: AssetBytes, _ faults: inout [(offset: Int, reason: String)]) -> [ChallengeCase] {
        bytes.challengeRows(fields: 4, &faults).map { fields in
            ChallengeCase(
                id: fields[0], title: fields[1], needs: fields[2].split(separator: ",").map(String.init),
                text: fields[3])
        }
    }
}

/// A task that a model fails as it is first asked, and that a better prompt makes it do.
public struct ChallengePrompt: Hashable, Sendable {
    /// Its own word, by which a question and a record know it.
    public let id: String
    /// What it is called.
    public let title: String
    /// What the model should do, in a sentence.
    public let task: String
    /// The prompt as it is first asked, with the places of the item in brackets.
    public let first: String
    /// The place of the item, which stands at the end where the person leaves it out.
    public let place: String
    /// The part of all items that must be right.
    public let bar: Double
    /// The same in words.
    public let barWords: String
    /// What leads on, step by step; the last all but says the answer.
    public let hints: [String]

    /// Every task, in the order of the file.
    public static let all: [ChallengePrompt] = {
        var faults: [(offset: Int, reason: String)] = []
        return read(AssetBytes(name: "challengePrompts"), &faults)
    }()

    /// What in its file cannot be read as it stands.
    public static var faults: [TableFault] {
        var found: [(offset: Int, reason: String)] = []
        let bytes = AssetBytes(name: "challengePrompts")
        _ = read(bytes, &found)
        return TableFault.faults(found, in: bytes, named: "prompts", folder: "challenges")
    }

    private static func read(
        _ bytes: AssetBytes, _ faults: inout [(offset: Int, reason: String)]
    ) -> [ChallengePrompt] {
        bytes.challengeRows(fields: 8, &faults).compactMap { fields in
            let parts = fields[5].split(separator: "/").compactMap { Double($0) }
            guard parts.count == 2, parts[0] > 0, parts[1] >= parts[0] else {
                faults.append((0, "\(fields[0]): a bar is a part of all, such as 3/4"))
                return nil
            }
            return ChallengePrompt(
                id: fields[0], title: fields[1], task: fields[2], first: fields[3], place: fields[4],
                bar: parts[0] / parts[1], barWords: fields[6], hints: fields[7].split(separator: "|").map(String.init))
        }
    }
}

extension AssetBytes {
    /// The lines of a table of challenges as their fields, with tabs between; `#` begins a remark. No field is empty, no
    /// first field stands twice, and no words carry a number.
    fileprivate func challengeRows(
        fields count: Int, _ faults: inout [(offset: Int, reason: String)]
    ) -> [[String]] {
        var rows: [[String]] = []
        var known: Set<String> = []
        var lines = ByteFields(bytes: self, rest: 0..<self.count, separator: UInt8(ascii: "\n"))
        while let line = lines.next() {
            guard !line.isEmpty, self[line.lowerBound] != UInt8(ascii: "#") else { continue }
            let fields = text(line).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == count, !fields.contains("") else {
                faults.append((line.lowerBound, "a row has \(count) fields, none of them empty"))
                continue
            }
            if !known.insert(fields[0]).inserted { faults.append((line.lowerBound, "\(fields[0]) stands twice")) }
            if fields.contains(where: { Accounting.hasDigit($0) && !$0.contains("/") }) {
                faults.append((line.lowerBound, "a number has no source here: \(fields[0])"))
            }
            rows.append(fields)
        }
        return rows
    }
}
