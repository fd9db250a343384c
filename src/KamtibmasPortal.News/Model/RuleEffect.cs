namespace KamtibmasPortal.News.Model;

/// <summary>What a change of the rules does to the archive: counts of articles, and some of them.</summary>
public sealed record RuleEffect
{
    public const int MostSamples = 20;

    /// <summary>Articles of which a smaller archive says too little about a share.</summary>
    public const int LeastLooked = 50;

    /// <summary>A rule that gives so large a share of the archive a tag says nothing of any article.</summary>
    public const double LargestShare = 0.2;

    public int Looked { get; init; }

    /// <summary>Articles that gain a tag.</summary>
    public int Gaining { get; init; }

    /// <summary>Articles that lose one.</summary>
    public int Losing { get; init; }

    /// <summary>Articles whose tags stay, but with other words, confidence or rank.</summary>
    public int Altered { get; init; }

    /// <summary>Articles that go back to the editors, since they turned out to be sensitive.</summary>
    public int Withheld { get; init; }

    /// <summary>Articles that somebody changed between applying and undoing: tagged anew by the rules without the change.</summary>
    public int TaggedAnew { get; init; }

    public List<RuleSample> Gained { get; init; } = [];
    public List<RuleSample> Lost { get; init; } = [];

    /// <summary>The rule would give a tag to so much of the archive that it says nothing.</summary>
    public bool IsTooBroad => Looked >= LeastLooked && Gaining > Looked * LargestShare;

    public bool IsNothing => Gaining + Losing + Altered + Withheld == 0;
}

/// <summary>An article that gains or loses a tag, with the sentence that says why.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Sort of the tag.</param>
/// <param name="Key">Key of the tag.</param>
/// <param name="Sentence">Words around the evidence; empty where there is none.</param>
/// <param name="Start">Where in it the evidence begins, UTF-16 code units.</param>
/// <param name="Length">Length of the evidence.</param>
public sealed record RuleSample(Guid ArticleId, string Title, TagKind Kind, string Key, string Sentence, int Start, int Length);
