using System.Text.Json;

namespace KamtibmasPortal.Benchmarks;

/// <summary>Where the labelled texts lie: tests/Corpus of the checkout the benchmark was built in.</summary>
internal static class Corpus
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Root { get; } = Find();

    public static IReadOnlyList<string> Halves(string half) => half == "all" ? ["dev", "heldout"] : [half];

    public static IEnumerable<T> Rows<T>(string file, bool snakeCase = false) =>
        File.ReadLines(file).Where(l => l.StartsWith('{')).Select(l => JsonSerializer.Deserialize<T>(l, snakeCase ? Snake : Camel)!);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "tests", "Corpus");
            if (Directory.Exists(corpus))
            {
                return corpus;
            }
        }

        throw new DirectoryNotFoundException("tests/Corpus was not found above " + AppContext.BaseDirectory);
    }
}
