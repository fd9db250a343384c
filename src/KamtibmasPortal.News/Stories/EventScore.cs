namespace KamtibmasPortal.News.Stories;

/// <summary>Weighs the evidence: above 0 two articles tell of one event. Tuned on the dev half of tests/Corpus/stories, see the benchmark "stories".</summary>
internal static class EventScore
{
    /// <summary>Half of one percent of unrelated pairs reach so much common matter by chance.</summary>
    private const double Chance = 3.0;

    private const double Matter = 14;
    private const double MatterLimit = 7;

    /// <summary>Less than this and the numbers of two posts made from one pattern are their own.</summary>
    private const double OwnNumbers = 0.4;

    /// <summary>Runs in common from which on a copy is no chance: two sentences.</summary>
    private const double WholeCopy = 16;

    /// <summary>Where even the region differs nothing less is a copy.</summary>
    private const double WordForWord = 0.95;

    private const double SameNumbers = 0.7;

    public static double Of(EventEvidence e) =>
        Math.Min(MatterLimit, Matter * e.MatterShare) + (0.15 * Math.Min(16, e.SharedWords)) + (0.3 * Math.Min(4, e.SharedNumbers)) - Chance
        + Days(e) + Places(e) + (e.Agencies switch { > 0 => 0.2, < 0 => -1.5, _ => 0 }) + (e.Topics switch { > 0 => 0.2, < 0 => -0.8, _ => 0 }) + (e.Figures switch { > 0 => 0.3, < 0 => -0.9, _ => 0 }) + (e.Editions switch { > 0 => 0.3, < 0 => -5, _ => 0 })
        - Math.Min(2, 0.12 * Math.Max(0, e.Distance - 3)) + Copies(e);

    private static double Days(EventEvidence e) => e.Days switch
    {
        DayAgreement.Same => 0,
        DayAgreement.Fitting => -0.3,
        DayAgreement.Near => -0.9,
        DayAgreement.Unknown => -0.8,
        _ => -3.2,
    };

    private static double Places(EventEvidence e) => e.Places switch { 1 => 0.4, 0 => 0, -1 => -1.2, _ => -9 };

    /// <summary>
    /// A copy is a copy even with a wrong date. But offices fill the same pattern week by week: there the day, the place and the numbers
    /// change together.
    /// </summary>
    private static double Copies(EventEvidence e)
    {
        var contradicted = e.Days is DayAgreement.Apart || e.Places < 0 || e.Editions < 0;
        if (contradicted && e.NumberShare < OwnNumbers)
        {
            return -1.5 - (e.Copy.Relation is StoryRelation.Reprint ? 2 : 0);
        }

        if (e.Editions < 0 || (e.Places <= -2 && e.Copy.Share < WordForWord))
        {
            return -1.5;
        }

        var bonus = e.Copy.Relation is StoryRelation.Identical ? 12
            : e.Copy.Relation is StoryRelation.Reprint && (!contradicted || e.NumberShare >= SameNumbers) ? 5 * e.Copy.Share
            : 0;
        return bonus * Math.Min(1, e.Copy.Runs / WholeCopy);
    }
}
