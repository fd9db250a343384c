using System.Globalization;
using System.Text;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Web.Reading;

/// <summary>An article ready to be cited: as Indonesian newsrooms do it, and for BibTeX. Both name the very version that was read.</summary>
public sealed class Citation(Article article, PublicAddress address, string portal, DateTimeOffset now)
{
    /// <summary>The permanent address of the version that is shown; of the article where its versions are not open.</summary>
    public string Permanent => address.Of(article.IsSensitive ? Addresses.Article(article.Id, article.Title) : Addresses.Version(article.Id, article.Revision, isElsewhere: true));

    public string Newsroom
    {
        get
        {
            var parts = new List<string> { article.Author is { } author ? $"{author}, {article.Publisher}" : article.Publisher, $"“{article.Title}”" };
            if (PublishedTime.Of(article) is { Local: not null } published)
            {
                parts.Add(IndonesianDates.Full(published));
            }

            if (Addresses.Web(article.SourceUrl) is { } original)
            {
                parts.Add(original);
            }

            return $"{string.Join(", ", parts)}. {Texts.Story.ArchivedAt(portal, article.Revision)}: {Permanent} ({Texts.Story.AccessedOn} {IndonesianDates.Day(now)}).";
        }
    }

    public string BibTex
    {
        get
        {
            var entry = new StringBuilder();
            entry.Append(CultureInfo.InvariantCulture, $"@online{{kamtibmas-{article.Id.ToString("N")[^12..]},\n");
            Field("author", article.Author ?? article.Publisher);
            Field("title", article.Title);
            Field("organization", article.Publisher);
            if (article.PublishedDay is { } day)
            {
                Field("date", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            Field("url", Addresses.Web(article.SourceUrl) ?? Permanent, isAddress: true);
            Field("urldate", IndonesianDates.MachineDay(now));
            Field("note", $"{Texts.Story.ArchivedAt(portal, article.Revision)}: {Permanent}", isAddress: true);
            return entry.Append('}').ToString();

            void Field(string name, string value, bool isAddress = false) =>
                entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{(isAddress ? value.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal) : $"{{{Escaped(value)}}}")}}},\n");
        }
    }

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '{' or '}' or '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(c),
                '\\' => escaped.Append("\\textbackslash "),
                '~' => escaped.Append("\\textasciitilde "),
                '^' => escaped.Append("\\textasciicircum "),
                '\n' or '\r' => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
