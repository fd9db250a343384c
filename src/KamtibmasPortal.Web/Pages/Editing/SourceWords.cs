using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>Runs and items of a source as an editor reads them.</summary>
public static class SourceWords
{
    /// <summary>Every count of a run with its word, without those that are nought.</summary>
    public static IEnumerable<(int Count, string Word)> Tally(FetchRun run)
    {
        IReadOnlyList<(int Count, string Word)> counts =
        [
            (run.Stored, Texts.DeskRoom.Stored), (run.Revised, Texts.DeskRoom.Revised), (run.Unchanged, Texts.DeskRoom.Unchanged),
            (run.Duplicate, Texts.DeskRoom.Duplicate), (run.Rejected, Texts.DeskRoom.Rejected), (run.Failed, Texts.DeskRoom.Failed),
        ];
        return counts.Where(c => c.Count > 0);
    }

    /// <summary>Why an item is no article.</summary>
    public static string Reason(SourceItem item) => item switch
    {
        { Rejection: { } rejection } => Texts.DeskRoom.ReasonOf(rejection),
        { Reason: { } reason } => Texts.DeskRoom.FailureOf(reason),
        _ => Texts.DeskRoom.DuplicateReason,
    };

    public static string Reason(ItemResult result) => result switch
    {
        { Rejection: { } rejection } => Texts.DeskRoom.ReasonOf(rejection),
        { Reason: { } reason } => Texts.Outlets.FaultOf(reason),
        _ => Texts.DeskRoom.DuplicateReason,
    };
}
