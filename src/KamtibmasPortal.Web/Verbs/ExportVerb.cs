using System.CommandLine;
using System.Globalization;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Export;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class ExportVerb
{
    public static Command Command()
    {
        var query = new Argument<string[]>("QUERY") { Description = "What to export, in the search language; nothing exports every published article.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<ExportFormat>("--format") { Description = "csv or jsonl.", Required = true, HelpName = "csv|jsonl" };
        var command = new Command("export", "Writes published articles to standard output, newest first: those that a query finds, or all.") { query, format };
        command.SetAction((parsed, cancellation) => VerbRun.WithStoreAsync(
            (run, token) => ExportAsync(run, string.Join(' ', parsed.GetValue(query) ?? []), parsed.GetValue(format), token), cancellation));
        return command;
    }

    private static async Task<int> ExportAsync(VerbRun run, string text, ExportFormat format, CancellationToken cancellation)
    {
        var query = run.Get<SearchQueryParser>().Parse(text);
        var request = new SearchRequest(query, new ArticleFilter(), SearchSort.Newest);
        await Console.Error.WriteLineAsync($"Understood: {QueryWords.Of(query)}");
        var total = await run.Get<SearchQueries>().CountAllAsync(request, cancellation);
        var written = 0;
        await using var output = Console.OpenStandardOutput();
        await VerbProgress.RunAsync("export", total: null, async step => written = await new ArticleExport(run.Get<PublicAddress>()).WriteAsync(
            Counted(run.Get<SearchQueries>().AllAsync(request, cancellation), () => step(total)), format, output, forSpreadsheets: false, cancellation));
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{written} articles."));
        return ExitCodes.Done;
    }

    private static async IAsyncEnumerable<ArticleCard> Counted(IAsyncEnumerable<ArticleCard> cards, Action step)
    {
        await foreach (var card in cards)
        {
            step();
            yield return card;
        }
    }
}
