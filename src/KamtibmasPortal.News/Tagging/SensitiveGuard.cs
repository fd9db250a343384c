using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>
/// Recognises stories of one case whose child or victim the law protects. Sentences are weighed with their neighbours: a child or a
/// sexual crime beside what makes a case (an arrest, initials, an age, a victim who reports) counts, figures and campaigns count against.
/// </summary>
internal sealed class SensitiveGuard(TopicRules rules)
{
    private const int AdultAge = 18;
    private const double ChildThreshold = 3;
    private const double SexualThreshold = 3;
    private const double GeneralCost = 1.5;
    private const double Beside = 0.5;
    private const int EvidenceLimit = 5;
    private const int CaseReach = 4;

    /// <summary>Weight of words that make somebody a suspect.</summary>
    private const double Accused = 1.5;

    private static readonly Dictionary<string, int> Numerals = new(StringComparer.Ordinal)
    {
        ["satu"] = 1,
        ["setahun"] = 1,
        ["dua"] = 2,
        ["tiga"] = 3,
        ["empat"] = 4,
        ["lima"] = 5,
        ["enam"] = 6,
        ["tujuh"] = 7,
        ["delapan"] = 8,
        ["sembilan"] = 9,
        ["sepuluh"] = 10,
        ["sebelas"] = 11,
    };

    public List<SensitiveMatter> Find(IReadOnlyList<TaggedText> fields)
    {
        var sentences = fields.SelectMany(Sentences).ToList();
        var found = new List<SensitiveMatter>();
        Add(SensitiveReason.Child, sentences, ChildPoints, ChildThreshold, RuleName.Of("sensitive.child"), found);
        Add(SensitiveReason.SexualCrime, sentences, SexualPoints, SexualThreshold, RuleName.Of("sensitive.sexual"), found);
        return found;
    }

    /// <summary>The words for a child that somebody did harm to, under the topic's own rule; empty when children are suspects or witnesses only.</summary>
    public static List<TagEvidence> ChildVictim(IReadOnlyList<SensitiveMatter> matters) =>
        [.. matters.Where(m => m.IsChildVictim).SelectMany(m => m.Evidence).Select(e => e with { Rule = RuleName.Of("topic.perlindungan-anak") })];

    private static void Add(SensitiveReason reason, List<Sentence> sentences, Func<Sentence?, Sentence, Sentence?, double> points, double threshold, string rule, List<SensitiveMatter> found)
    {
        var telling = new List<(double Points, Sentence Sentence)>();
        var isVictim = false;
        for (var i = 0; i < sentences.Count; i++)
        {
            telling.Add((points(sentences.ElementAtOrDefault(i - 1), sentences[i], sentences.ElementAtOrDefault(i + 1)), sentences[i]));
            if (reason is SensitiveReason.Child && telling[i] is { Points: < ChildThreshold } && sentences[i] is { HasChildAge: true, General: 0 } && IsCaseAround(sentences, i))
            {
                // The child in one paragraph, the crime in the next but one.
                telling[i] = (ChildThreshold, sentences[i]);
                isVictim = true;
            }
        }

        if (telling.Exists(t => t.Points >= threshold))
        {
            found.Add(new SensitiveMatter(reason, [.. telling.Where(t => t.Points >= threshold).OrderByDescending(t => t.Points).SelectMany(t => t.Sentence.Evidence(reason, rule)).Distinct().Take(EvidenceLimit)])
            {
                IsChildVictim = reason is SensitiveReason.Child && (isVictim || telling.Exists(t => t.Points >= threshold && t.Sentence.IsVictim) || sentences.Exists(s => s is { Sexual: > 0, General: 0 })),
            });
        }
    }

    private static bool IsCaseAround(List<Sentence> sentences, int at)
    {
        for (var i = Math.Max(0, at - CaseReach); i <= Math.Min(sentences.Count - 1, at + CaseReach); i++)
        {
            if (sentences[i] is { IsVictim: true, General: 0 } near && (near.Hard > 0 || near.Role > 0))
            {
                return true;
            }
        }

        return false;
    }

    private static double ChildPoints(Sentence? before, Sentence at, Sentence? after)
    {
        // Dead or wounded is a crime's where somebody is accused beside it.
        var harm = at.Harm > 0 ? at.Harm : at.Hurt > 0 && (at.Role >= Accused || before?.Role >= Accused || after?.Role >= Accused) ? Accused : 0;
        if (at.Child == 0 || (harm == 0 && at.Role == 0 && at.Sexual == 0 && !(at.HasChildAge && (before?.IsCase == true || after?.IsCase == true))))
        {
            return 0;
        }

        return at.Child + at.Role + Math.Max(harm, at.Sexual * 1.5) + (Beside * (Math.Min(at.Soft, 2) + Near(before, after))) - (GeneralCost * at.General);
    }

    private static double SexualPoints(Sentence? before, Sentence at, Sentence? after) =>
        at.Sexual == 0 ? 0 : 2 + (1.5 * Math.Min(at.Hard, 2)) + Math.Min(at.Soft, 2) + (at.HasAge ? 1 : 0) + (Beside * Near(before, after)) - (GeneralCost * at.General);

    private static double Near(Sentence? before, Sentence? after) => Math.Min(2, (before?.Hard ?? 0) + (after?.Hard ?? 0)) + Math.Min(1, (before?.Soft ?? 0) + (after?.Soft ?? 0));

    private IEnumerable<Sentence> Sentences(TaggedText text)
    {
        var sentences = new Sentence[text.Sentences];
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = new Sentence(text);
        }

        foreach (var hit in CueReader.Read(text, rules))
        {
            sentences[hit.Sentence].Hits.Add(hit);
        }

        for (var at = 0; at < text.Tokens.Count; at++)
        {
            if (AgeAt(text, at) is { } age)
            {
                sentences[text.Tokens[at].Sentence].Add(at, age);
            }
        }

        return sentences;
    }

    /// <summary>"berusia 15 tahun", "bocah sepuluh tahun", "AR (14)": somebody's age in years; null for any other number.</summary>
    private static int? AgeAt(TaggedText text, int at)
    {
        var tokens = text.Tokens;
        var word = tokens[at].Word;
        int age;
        if (char.IsAsciiDigit(word[0]))
        {
            if (word.Length > 2 || !int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out age))
            {
                return null;
            }
        }
        else if (Numerals.TryGetValue(word, out age))
        {
            age = at + 1 < tokens.Count && tokens[at + 1].Word == "belas" ? age + 10 : age;
        }
        else
        {
            return null;
        }

        var sentence = tokens[at].Sentence;
        for (var i = at - 1; i >= 0 && i >= at - 4 && tokens[i].Sentence == sentence; i--)
        {
            if (tokens[i].Word is "berusia" or "berumur" or "usia" or "umur" or "usianya" or "umurnya" or "berusianya")
            {
                // "di atas 15 tahun" says the opposite.
                return tokens[at - 1].Word is "atas" ? Math.Max(age, AdultAge) : age;
            }
        }

        if (tokens[at].Gap == '(' && at > 0 && tokens[at - 1].IsCapital && tokens[at].End < text.Text.Length && text.Text[tokens[at].End] is ')' or ',')
        {
            return age;
        }

        var next = at + (at + 1 < tokens.Count && tokens[at + 1].Word == "belas" ? 2 : 1);
        return at > 0 && next < tokens.Count && tokens[next].Word is "tahun" or "thn" or "th" && tokens[at].Gap is ' ' or ','
            && tokens[at - 1].Word is "anak" or "bocah" or "remaja" or "gadis" or "siswi" or "siswa" or "pelajar" or "pria" or "pemuda" or "wanita" or "perempuan" or "balita" or "smp" or "sma" or "smk" or "sd" or "laki" or "masih" or "baru" or "abg" or "santri"
            ? age : null;
    }

    private sealed class Sentence(TaggedText text)
    {
        private readonly List<int> _childAges = [];
        private bool _hasAdultAge;

        public List<CueHit> Hits { get; } = [];
        public bool HasChildAge => _childAges.Count > 0;
        public bool HasAge => HasChildAge || _hasAdultAge;
        public double Harm => Strongest("harm");
        public double Hurt => Strongest("hurt");
        public double Role => Strongest("role");
        public double Sexual => Strongest("sexual");
        public int Hard => Different("hard") + (HasAge ? 1 : 0);
        public int Soft => Different("soft");
        public int General => Different("general");
        /// <summary>Harm is done to the child that the sentence speaks of.</summary>
        public bool IsVictim => Harm > 0 || Sexual > 0;
        public bool IsCase => Harm > 0 || Role >= Accused || Sexual > 0;

        /// <summary>An adult's age beside a word that may also mean the young speaks against a child.</summary>
        public double Child => HasChildAge ? 2 : Math.Max(Strongest("minor") is var minor && minor <= 1 && _hasAdultAge ? 0 : minor, IsVictim || Hurt > 0 ? Strongest("infant") : 0);

        public void Add(int token, int age)
        {
            if (age < AdultAge)
            {
                _childAges.Add(token);
            }
            else
            {
                _hasAdultAge = true;
            }
        }

        public IEnumerable<TagEvidence> Evidence(SensitiveReason reason, string rule)
        {
            string[] classes = reason is SensitiveReason.Child ? ["minor", "harm", "hurt", "role", "sexual"] : ["sexual", "hard", "soft"];
            var hits = classes.Select(c => Hits.Where(h => h.Cue.Topic == c).MaxBy(h => h.Cue.Weight)).OfType<CueHit>().SelectMany(h => h.Evidence(rule));
            return reason is SensitiveReason.Child && HasChildAge ? hits.Prepend(text.Evidence(_childAges[0], Math.Min(_childAges[0] + 1, text.Tokens.Count - 1), rule)) : hits;
        }

        private double Strongest(string name)
        {
            var best = 0.0;
            foreach (var hit in Hits)
            {
                best = hit.Cue.Topic == name ? Math.Max(best, hit.Cue.Weight) : best;
            }

            return best;
        }

        private int Different(string name)
        {
            HashSet<string>? patterns = null;
            foreach (var hit in Hits)
            {
                if (hit.Cue.Topic == name)
                {
                    (patterns ??= new(StringComparer.Ordinal)).Add(hit.Cue.Pattern);
                }
            }

            return patterns?.Count ?? 0;
        }
    }
}
