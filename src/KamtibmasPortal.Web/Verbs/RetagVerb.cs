using System.CommandLine;
using System.Text.Json;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class RetagVerb
{
    public static Command Command()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Only shows what would change; nothing is written." };
        var undo = new Option<bool>("--undo") { Description = "Undoes the newest pass exactly; what editors have decided since stays." };
        var command = new Command("retag", "Tags the whole archive anew with the rules of this version. Prints a line of JSON for each article that changes, then the totals. Stopped, it goes on where it was.") { dryRun, undo };
        command.Validators.Add(result =>
        {
            if (result.GetValue(dryRun) && result.GetValue(undo))
            {
                result.AddError("--dry-run and --undo do not go together.");
            }
        });
        command.SetAction((parsed, cancellation) => VerbRun.WithStoreAsync(
            (run, token) => parsed.GetValue(undo) ? UndoAsync(run, token) : RetagAsync(run, parsed.GetValue(dryRun), token), cancellation));
        return command;
    }

    private static async Task<int> RetagAsync(VerbRun run, bool dryRun, CancellationToken cancellation)
    {
        RetagTotals? totals = null;
        await VerbProgress.RunAsync(dryRun ? "retag --dry-run" : "retag", total: null, async step => totals = await run.Get<RetagJob>().RunAsync(dryRun, Write, step, cancellation));
        if (!dryRun)
        {
            await run.NoteAsync(AuditActs.Retag, "retag", FormattableString.Invariant($"{totals!.Changed} / {totals.Looked}, +{totals.TagsAdded} -{totals.TagsRemoved}"), cancellation);
        }

        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { dryRun, totals!.Looked, totals.Changed, totals.TagsAdded, totals.TagsRemoved, totals.Withheld }, DocumentFiles.Json));
        return ExitCodes.Done;
    }

    private static async Task<int> UndoAsync(VerbRun run, CancellationToken cancellation)
    {
        int? undone = null;
        await VerbProgress.RunAsync("retag --undo", total: null, async step => undone = await run.Get<RetagJob>().UndoAsync(step, cancellation));
        if (undone is null)
        {
            await Console.Error.WriteLineAsync("There is no pass to undo.");
            return ExitCodes.Failed;
        }

        await run.NoteAsync(AuditActs.RetagUndo, "retag", FormattableString.Invariant($"{undone}"), cancellation);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { undone }, DocumentFiles.Json));
        return ExitCodes.Done;
    }

    private static void Write(RetaggedArticle article) => Console.Out.WriteLine(JsonSerializer.Serialize(
        new { article.Id, article.Title, article.Outcome.Added, article.Outcome.Removed, article.Outcome.Altered, article.Outcome.Withheld }, DocumentFiles.Json));
}
