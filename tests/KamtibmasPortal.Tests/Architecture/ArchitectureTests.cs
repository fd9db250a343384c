using System.Text.RegularExpressions;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Architecture;

/// <summary>The walls of the house that the compiler does not see.</summary>
public sealed partial class ArchitectureTests
{
    private const string News = "src/KamtibmasPortal.News";

    /// <summary>A folder of News uses only those to its left; folders of one step do not use each other.</summary>
    private static readonly string[][] Order =
    [
        ["Model"], ["Text"], ["Fetching"], ["Sources", "Extraction"], ["Tagging"], ["Stories"], ["Search"], ["Storage"], ["Ingestion", "Editing"],
    ];

    private static readonly string[] Folders = [.. Order.SelectMany(step => step)];

    [Fact]
    public void A_folder_of_News_uses_only_the_folders_to_its_left()
    {
        var wrong = new List<string>();
        foreach (var path in Repository.Files(News, ".cs"))
        {
            var folder = path.Split('/')[2];
            Assert.True(Folders.Contains(folder), $"{path}: {folder} has no place in the order of the folders.");
            var allowed = Order.TakeWhile(step => !step.Contains(folder)).SelectMany(step => step).Append(folder).ToHashSet(StringComparer.Ordinal);
            wrong.AddRange(Used(Repository.Read(path), folder).Where(used => !allowed.Contains(used)).Select(used => $"{path} uses {used}"));
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("using KamtibmasPortal.News.Storage;", "Storage")]
    [InlineData("global using static KamtibmasPortal.News.Storage.Disclosure;", "Storage")]
    [InlineData("using Store = KamtibmasPortal.News.Storage.ArticleStore;", "Storage")]
    [InlineData("private readonly KamtibmasPortal.News.Storage.ArticleStore _store;", "Storage")]
    [InlineData("private readonly News.Storage.ArticleStore _store;", "Storage")]
    [InlineData("private readonly Storage.ArticleStore _store;", "Storage")]
    [InlineData("// KamtibmasPortal.News.Storage is mentioned only", "")]
    [InlineData("using System.Text;", "")]
    [InlineData("var length = evidence.Text.Length + Text.Length;", "")]
    public void The_check_sees_every_way_to_name_a_folder(string line, string used) =>
        Assert.Equal(used, string.Join(' ', Used($"namespace KamtibmasPortal.News.Model;\n{line}", "Model")));

    [Fact]
    public void News_knows_no_request_and_no_page()
    {
        // Accounts are News' business: their store is a table like any other.
        var references = typeof(PortalDbContext).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();

        Assert.Equal(["Microsoft.AspNetCore.Identity.EntityFrameworkCore"], references.Where(n => n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));
        Assert.DoesNotContain(references, n => n.StartsWith("KamtibmasPortal", StringComparison.Ordinal));
        Assert.DoesNotContain("Microsoft.AspNetCore.App", Repository.Read(News + "/KamtibmasPortal.News.csproj"), StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Files(News, ".cs"), path => WebTypes().IsMatch(Repository.Read(path)));
    }

    [Fact]
    public void Only_the_two_stores_know_which_of_them_runs()
    {
        var knowing = Repository.Files("src", ".cs", ".cshtml").Where(path => ProviderChecks().IsMatch(Repository.Read(path)))
            .Where(path => !path.StartsWith(News + "/Storage/Sqlite/", StringComparison.Ordinal) && !path.StartsWith(News + "/Storage/Postgres/", StringComparison.Ordinal) && path != News + "/Storage/StorageSetup.cs");

        Assert.Empty(knowing);
    }

    [Fact]
    public void Only_the_store_writes_articles()
    {
        var writers = Repository.Files("src", ".cs", ".cshtml").Where(path => path != News + "/Storage/ArticleStore.cs" && ArticleWrites().IsMatch(Repository.Read(path)));

        Assert.Empty(writers);
    }

    [Fact]
    public void No_file_is_too_long_to_read()
    {
        var files = Repository.Files("src", ".cs", ".cshtml", ".css", ".js").ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Select(path => (Path: path, Lines: Repository.Read(path).Count(c => c == '\n'))).Where(f => f.Lines > 350).Select(f => $"{f.Path}: {f.Lines} lines"));
    }

    [Fact]
    public void Every_package_has_its_notice()
    {
        var notices = Repository.Read("THIRD-PARTY-NOTICES.md");
        var packages = Packages().Matches(Repository.Read("Directory.Packages.props")).Select(m => $"| {m.Groups[1].Value} {m.Groups[2].Value} |").ToList();

        Assert.NotEmpty(packages);
        Assert.DoesNotContain(packages, row => !notices.Contains(row, StringComparison.Ordinal));
    }

    /// <summary>Folders of News that a source text names, in whatever way; comments do not count.</summary>
    private static IEnumerable<string> Used(string source, string folder)
    {
        var code = Comments().Replace(source, "");
        var full = FullNames().Matches(code).Select(m => m.Groups[1].Value);
        // Inside the namespace "Storage.ArticleStore" needs no using. "Text.Length" is a property, hence the look at what the folder declares.
        var partial = PartialNames().Matches(code).Where(m => Folders.Contains(m.Groups[1].Value) && Declares(m.Groups[1].Value, m.Groups[2].Value)).Select(m => m.Groups[1].Value);
        return full.Concat(partial).Where(used => used != folder).Distinct(StringComparer.Ordinal);
    }

    private static bool Declares(string folder, string type) => typeof(PortalDbContext).Assembly.GetType($"KamtibmasPortal.News.{folder}.{type}") is not null;

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\" Version=\"([^\"]+)\"")]
    private static partial Regex Packages();

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"KamtibmasPortal\.News\.(\w+)")]
    private static partial Regex FullNames();

    [GeneratedRegex(@"(?<![\w.])(?:News\.)?(\w+)\.(\w+)")]
    private static partial Regex PartialNames();

    [GeneratedRegex(@"\b(IsNpgsql|IsSqlite)\s*\(|\bProviderName\b|\bis (Sqlite|Postgres)PortalDbContext\b")]
    private static partial Regex ProviderChecks();

    [GeneratedRegex(@"\bMicrosoft\.AspNetCore\.(Http|Mvc|Builder|Routing|Hosting|Razor|Authentication|Authorization)\b|\b(HttpContext|IHttpContextAccessor|PageModel)\b")]
    private static partial Regex WebTypes();

    [GeneratedRegex(@"\bArticles\s*\.\s*(Add|AddRange|Update|UpdateRange|Remove|RemoveRange|Attach)(Async)?\s*\(|\bArticles\b[^;]*\.Execute(Update|Delete)(Async)?\s*\(")]
    private static partial Regex ArticleWrites();

    /// <summary>Words of pages stand in Texts alone: between the tags of a page there is only Razor.</summary>
    [Fact]
    public void No_page_holds_words_of_its_own()
    {
        foreach (var page in Repository.Files("src/KamtibmasPortal.Web/Pages", ".cshtml"))
        {
            var words = LiteralWords().Matches(Repository.Read(page)).Select(m => m.Value);

            Assert.True(!words.Any(), $"{page}: {string.Join(" ", words)}");
        }
    }

    [GeneratedRegex(@">[^<>@{}=;()]*\p{L}{2,}[^<>@{}=;()]*<|\b(?:aria-label|placeholder|alt|title)=""\s*\p{L}[^""@]*""")]
    private static partial Regex LiteralWords();
}
