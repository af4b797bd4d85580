import Evidence

/// What the scene asks the program to do; a ``Runtime`` carries it out.
public enum Effect: Hashable, Sendable {
    /// Answers come as `Action.answered` under the question's number.
    case ask(QuestionID, Question)
    /// Nobody waits for the question's answers any more.
    case cancel(QuestionID)
    /// A training rests, or goes on.
    case pause(QuestionID)
    case proceed(QuestionID)
    /// What the person has seen and done has changed, and is to outlive the program.
    case keep(LearningProgress)
    /// Where the tour stands, for whoever follows it; nil where it is over.
    case tell(TourPlace?)
    case quit
}
