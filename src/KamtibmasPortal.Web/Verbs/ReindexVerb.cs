using System.CommandLine;
using System.Text.Json;
using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class ReindexVerb
{
    public static Command Command()
    {
        var command = new Command("reindex", "Makes the search index of the whole archive anew, and places in stories what none knows yet. Searches go on meanwhile; stopped, it goes on where it was.");
        command.SetAction((_, cancellation) => VerbRun.WithStoreAsync(ReindexAsync, cancellation));
        return command;
    }

    private static async Task<int> ReindexAsync(VerbRun run, CancellationToken cancellation)
    {
        var (indexed, placed) = (0, 0);
        await VerbProgress.RunAsync("reindex", total: null, async step => indexed = await run.Get<ReindexJob>().RunAsync(step, cancellation));
        await VerbProgress.RunAsync("stories", total: null, async step => placed = await run.Get<StoryCatchUp>().RunAsync(step, cancellation));
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { indexed, placed }, DocumentFiles.Json));
        return ExitCodes.Done;
    }
}
