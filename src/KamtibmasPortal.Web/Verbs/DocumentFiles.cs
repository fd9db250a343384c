using System.Text.Json;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Fetching;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;

namespace KamtibmasPortal.Web.Verbs;

/// <summary>What `extract` and `tag` have in common: a file or a folder in, one line of JSON for each file out.</summary>
public static class DocumentFiles
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string NoneIn(string folder) => $"{folder}: no *.txt or *.html file is there or below.";

    /// <summary>Reads each file and prints what <paramref name="show"/> makes of its article. A file that can't be read is an article refused.</summary>
    /// <param name="path">A file of any name, or a folder with *.txt and *.html below it.</param>
    /// <param name="address">Web address of the page, when it came from one.</param>
    /// <param name="show">File as named by the caller, article -> what is printed.</param>
    /// <param name="cancellation">Stops between files.</param>
    public static async Task WriteAsync(string path, string? address, Func<string, ExtractedArticle, object> show, CancellationToken cancellation)
    {
        IReadOnlyList<DiscoveredItem> items = Directory.Exists(path)
            ? new FolderReader().Read(path)
            : [new DiscoveredItem(Path.GetFileName(path), Path.GetFullPath(path), "")];
        if (items.Count == 0)
        {
            await Console.Error.WriteLineAsync(NoneIn(path));
        }

        var fetcher = new FileFetcher();
        var extractor = new ArticleExtractor();
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            var (page, refusal, _) = await fetcher.ReadAsync(item, cancellation);
            if (refusal?.Failure is not null)
            {
                await Console.Error.WriteLineAsync($"{item.Key}: {refusal.Detail}");
            }

            var article = page is null
                ? new ExtractedArticle { Title = "", Body = "", Rejection = refusal?.Rejection ?? RejectionReason.NotAnArticle }
                : extractor.Extract(page with { Address = address });
            await output.WriteLineAsync(JsonSerializer.Serialize(show(item.Key, article), Json));
        }
    }
}
