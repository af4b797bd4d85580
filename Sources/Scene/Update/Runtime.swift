import Cells
import Evidence

/// Who answers what a scene asks: an engine with models, or the record alone. Nothing here waits.
public protocol Answerer {
    mutating func ask(_ id: QuestionID, _ question: Question)
    mutating func cancel(_ id: QuestionID)
    mutating func pause(_ id: QuestionID)
    mutating func proceed(_ id: QuestionID)
    /// What came since it was called last, in order.
    mutating func takeAnswers() -> [(QuestionID, Answer)]
    /// Ends everything that is asked; what is trained is saved first.
    mutating func end()
}

/// Who keeps what a person has seen: a file, or nobody. Nothing here waits.
public protocol ProgressKeeper {
    mutating func keep(_ progress: LearningProgress)
    /// What is to be said of the keeping since it was asked last.
    mutating func takeNotice() -> KeepingNotice?
    /// Ends the keeping when all is kept.
    mutating func end()
}

/// Keeps nothing.
private struct NoKeeper: ProgressKeeper {
    func keep(_ progress: LearningProgress) {}
    func takeNotice() -> KeepingNotice? { nil }
    func end() {}
}

/// Carries out what a scene asks: the same for the full screen, for a picture or text without one, and for the tests.
public struct Runtime {
    public private(set) var scene: Scene
    /// Whether the scene asked for the end.
    public private(set) var hasEnded = false
    /// Why a question could not be answered: the first such answer.
    public private(set) var failure: Failure?
    private var answerer: any Answerer
    private var keeper: any ProgressKeeper
    /// Takes what is told of a tour.
    private let tell: (TourPlace?) -> Void
    /// What was drawn last, for the mouse.
    private var touchMap = TouchMap()

    static let secondsOfFrame = 1.0 / 30

    /// A scene that comes on the screen.
    ///
    /// - Parameters:
    ///   - keeper: Who keeps progress; nobody where it is left out.
    ///   - tell: Takes each place that a tour comes to, and nil at its end.
    public init(
        _ scene: Scene, answerer: any Answerer, keeper: (any ProgressKeeper)? = nil,
        tell: @escaping (TourPlace?) -> Void = { _ in }
    ) {
        self.scene = scene
        self.answerer = answerer
        self.keeper = keeper ?? NoKeeper()
        self.tell = tell
        apply(.appear)
    }

    public mutating func apply(_ action: Action) {
        carryOut(scene.apply(action))
        takeAnswers()
    }

    /// Gives the scene the answers that have come. An answer may make it ask again.
    public mutating func takeAnswers() {
        if let notice = keeper.takeNotice() { carryOut(scene.apply(.notice(notice))) }
        while true {
            let answers = answerer.takeAnswers()
            if answers.isEmpty { return }
            for (id, answer) in answers {
                if case .failure(let failure) = answer { self.failure = self.failure ?? failure }
                carryOut(scene.apply(.answered(id, answer)))
            }
        }
    }

    /// To be called when the program is left, however it is.
    public mutating func end() {
        tell(nil)
        answerer.end()
        keeper.end()
    }

    /// Presses a key, and counts what the scene asked of the program.
    mutating func press(_ key: Key) -> Int {
        let effects = scene.apply(.key(key))
        carryOut(effects)
        takeAnswers()
        return effects.count
    }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .ask(let id, let question): answerer.ask(id, question)
            case .cancel(let id): answerer.cancel(id)
            case .pause(let id): answerer.pause(id)
            case .proceed(let id): answerer.proceed(id)
            case .keep(let progress): keeper.keep(progress)
            case .tell(let place): tell(place)
            case .quit: hasEnded = true
            }
        }
    }

    /// The mouse, over the picture that was drawn last.
    public mutating func follow(_ pointer: Pointer) { apply(.pointer(pointer, over: touchMap)) }

    public mutating func picture(size: Size, hasColor: Bool = true) -> Picture {
        let picture = scene.picture(size: size, hasColor: hasColor)
        touchMap = TouchMap(picture)
        return picture
    }

    /// Plays keys; animations are settled at the end unless a wait came last, or they are to go on.
    public mutating func play(_ script: KeyScript, goesOn: Bool = false) {
        var endsWaiting = false
        for step in script.steps where !hasEnded {
            switch step {
            case .key(let key):
                endsWaiting = false
                apply(.key(key))
            case .wait(let seconds):
                endsWaiting = true
                var rest = seconds
                while rest > 0, scene.isMoving {
                    apply(.tick(seconds: min(rest, Runtime.secondsOfFrame)))
                    rest -= Runtime.secondsOfFrame
                }
            }
        }
        if !endsWaiting, !goesOn { settle() }
    }

    /// Cuts every animation to its end, and presses what a tour's script has still to press.
    mutating func settle() {
        scene.settle()
        var rest = scene.scriptLength
        while rest > 0 {
            apply(.tick(seconds: Runtime.secondsOfFrame))
            scene.settle()
            // What waits for an answer that does not come stays.
            guard scene.scriptLength < rest else { return }
            rest = scene.scriptLength
        }
    }
}
