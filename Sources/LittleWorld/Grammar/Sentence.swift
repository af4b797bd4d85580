import TinyLM

/// A sentence of a story: `the fox near some rivers chases a quick hare`.
struct Sentence: Equatable {
    /// Where the subject is: an index into the prepositions, and what it is near, under or behind.
    struct Place: Equatable {
        var preposition: Int
        var phrase: NounPhrase
    }

    var subject: NounPhrase
    var place: Place?
    /// An index into the verbs, of either number.
    var verb: Int
    /// What the verb is done to: exactly where the verb is transitive.
    var object: NounPhrase?

    /// A sentence that no examination of agreement keeps for itself.
    static func drawn(
        placeChance: Double = 0.3, objectChance: Double = 0.6, using random: inout RandomSource
    ) -> Sentence {
        let subject = NounPhrase.drawn(using: &random)
        let place = random.unit() < placeChance ? place(of: subject.noun, isHeldOut: false, using: &random) : nil
        return Sentence(subject: subject, place: place, objectChance: objectChance, using: &random)
    }

    /// A sentence with some beginning and a drawn end.
    init(
        subject: NounPhrase, place: Place?, objectChance: Double, adjectiveChance: Double = 0.5,
        using random: inout RandomSource
    ) {
        self.subject = subject
        self.place = place
        if random.unit() < objectChance {
            verb = random.below(Lexicon.transitiveCount)
            object = .drawn(adjectiveChance: adjectiveChance, using: &random)
        } else {
            verb =
                Lexicon.transitiveCount
                + random.below(Lexicon.little.singularVerbs.count - Lexicon.transitiveCount)
            object = nil
        }
    }

    init(subject: NounPhrase, place: Place?, verb: Int, object: NounPhrase?) {
        self.subject = subject
        self.place = place
        self.verb = verb
        self.object = object
    }

    /// A place for a subject that is, or is not, held out for the examination of agreement.
    static func place(
        of noun: Int, isHeldOut: Bool, isPlural: Bool? = nil, using random: inout RandomSource
    ) -> Place {
        redrawn {
            Place(preposition: random.below(3), phrase: .drawn(isPlural: isPlural, using: &random))
        } until: {
            HeldOut.agreement.contains(noun, $0.preposition, $0.phrase.noun) == isHeldOut
        }
    }

    /// Do training sentences never put this subject at this place?
    var isHeldOutForAgreement: Bool {
        guard let place else { return false }
        return HeldOut.agreement.contains(subject.noun, place.preposition, place.phrase.noun)
    }

    /// The verb, agreeing with a subject of some number.
    static func verbToken(_ verb: Int, isPlural: Bool) -> Token {
        isPlural ? Lexicon.little.pluralVerbs[verb] : Lexicon.little.singularVerbs[verb]
    }

    /// The sentence, without a period.
    func write(into tokens: inout [Token]) {
        writeBeginning(into: &tokens)
        tokens.write(Sentence.verbToken(verb, isPlural: subject.isPlural))
        object?.write(into: &tokens)
    }

    /// The subject and its place: all that stands before the verb.
    func writeBeginning(into tokens: inout [Token]) {
        subject.write(into: &tokens)
        if let place {
            tokens.write(Lexicon.little.prepositions[place.preposition])
            place.phrase.write(into: &tokens)
        }
    }

    /// In Vell: the place and its postposition, the subject, the object, and the verb last, the same for any number.
    func writeVell(into tokens: inout [Token]) {
        if let place {
            place.phrase.writeVell(into: &tokens)
            tokens.write(Lexicon.little.vellPrepositions[place.preposition])
        }
        subject.writeVell(into: &tokens)
        object?.writeVell(into: &tokens)
        tokens.write(Lexicon.little.vellVerbs[verb])
    }
}
