using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Api;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Verbs;

namespace KamtibmasPortal.Web.Export;

public enum ExportFormat { Csv, Jsonl }

/// <summary>Articles as a table or as JSON Lines, one at a time: memory does not grow with their number.</summary>
public sealed class ArticleExport(PublicAddress address)
{
    private const int FlushEvery = 200;

    private static readonly (string Name, Func<ArticleJson, string?> Value)[] s_columns =
    [
        ("url", a => a.Url),
        ("id", a => a.Id.ToString()),
        ("title", a => a.Title),
        ("publishedAt", a => a.PublishedAt),
        ("publishedPrecision", a => a.PublishedPrecision),
        ("publisher", a => a.Publisher),
        ("source", a => a.Source),
        ("author", a => a.Author),
        ("sourceUrl", a => a.SourceUrl),
        ("primaryRegion", a => a.Regions.FirstOrDefault(r => r.Primary)?.Code),
        ("primaryRegionName", a => a.Regions.FirstOrDefault(r => r.Primary)?.Name),
        ("regions", a => List(a.Regions.Select(r => r.Code))),
        ("agencies", a => List(a.Agencies.Select(g => g.Slug))),
        ("mainTopic", a => a.Topics.FirstOrDefault(t => t.Main)?.Slug),
        ("topics", a => List(a.Topics.Select(t => t.Slug))),
        ("summary", a => a.Summary),
        ("revision", a => a.Revision.ToString(CultureInfo.InvariantCulture)),
        ("contentSha256", a => a.ContentSha256),
    ];

    /// <param name="articles">What is exported.</param>
    /// <param name="format">Table or lines.</param>
    /// <param name="output">Where to; UTF-8.</param>
    /// <param name="forSpreadsheets">Begins with the mark by which spreadsheets know UTF-8.</param>
    /// <param name="cancellation">Stops between articles.</param>
    /// <returns>How many were written.</returns>
    public async Task<int> WriteAsync(IAsyncEnumerable<ArticleCard> articles, ExportFormat format, Stream output, bool forSpreadsheets, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(forSpreadsheets && format is ExportFormat.Csv), leaveOpen: true);
        // The table's writer knows no asynchronous writing: some rows are made in memory, and then sent.
        await using var rows = new StringWriter(CultureInfo.InvariantCulture);
        await using var table = new CsvWriter(rows, SpreadsheetTable.Dialect, leaveOpen: true);
        if (format is ExportFormat.Csv)
        {
            SpreadsheetTable.Row(table, s_columns.Select(c => (string?)c.Name));
        }

        var written = 0;
        await foreach (var card in articles.WithCancellation(cancellation))
        {
            var article = ArticleJson.Of(card, address);
            if (format is ExportFormat.Csv)
            {
                SpreadsheetTable.Row(table, s_columns.Select(c => c.Value(article)));
            }
            else
            {
                rows.Write(JsonSerializer.Serialize(article, DocumentFiles.Json));
                rows.Write('\n');
            }

            if (++written % FlushEvery == 0)
            {
                await SendAsync();
            }
        }

        await SendAsync();
        return written;

        async Task SendAsync()
        {
            table.Flush();
            await text.WriteAsync(rows.GetStringBuilder(), cancellation);
            rows.GetStringBuilder().Clear();
            await text.FlushAsync(cancellation);
        }
    }

    private static string List(IEnumerable<string> keys) => string.Join(' ', keys);
}
