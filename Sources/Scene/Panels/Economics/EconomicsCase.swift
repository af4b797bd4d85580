/// The three cases that Space goes through.
enum EconomicsCase: CaseIterable, Hashable, Sendable {
    case startup, hospital, maker

    /// How many tasks it has in all.
    var tasks: Double {
        switch self {
        case .startup: 3
        case .hospital: 30
        case .maker: 3_000
        }
    }

    /// How many share its model.
    var users: Double { self == .maker ? 1_000_000 : 1 }

    /// Tasks of each of them.
    var tasksOfUser: Double { self == .maker ? 3 : tasks }

    var name: String {
        switch self {
        case .startup: "a startup"
        case .hospital: "a hospital"
        case .maker: "the model's maker"
        }
    }
}
