using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction.Html;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>Persons in what pages call an author: outlets, desks, agencies and accounts are none.</summary>
internal static partial class PersonNames
{
    private const int Most = 6;

    private static readonly HashSet<string> NoName = new(StringComparer.OrdinalIgnoreCase)
    {
        "news", "newsroom", "times", "press", "staff", "desk", "team", "tim", "editorial", "agency", "agencies", "bureau", "media", "service", "services", "network", "online", "magazine", "daily", "herald", "tribune", "gazette", "chronicle", "reporters", "correspondents", "admin", "administrator",
        "wire", "wires", "inc", "ltd", "llc", "reuters", "afp", "ap", "bbc", "cnn", "pti", "ani", "ians", "upi", "aap", "dpa", "efe", "bloomberg", "xinhua", "redaksi", "redaktur", "humas", "kontributor", "department", "ministry", "polri", "polda", "polres", "polsek", "kominfo", "diskominfo", "pemkab", "pemkot", "portal", "berita",
        "radio", "tv", "televisi", "group", "foundation", "website", "webmaster", "web", "digital", "company", "corporation", "board", "office", "unknown", "anonymous", "guest", "contributor", "contributors", "user", "superuser", "associated", "publisher", "newspaper", "journal", "post", "info", "content", "sponsored", "syndication", "updates", "com", "net", "id", "uk", "ediciones", "prensa", "diario", "agencia", "agencias", "agence", "agentur", "redaktion", "redacción", "rédaction", "redação", "redazione", "zeitung", "contributed", "courtesy",
    };

    /// <param name="text">"By Jane Doe and John Roe, BBC News", "Rina W | Editor: Budi".</param>
    /// <param name="sites">Keys of the outlet's own names.</param>
    /// <returns>"Jane Doe, John Roe"; null when nobody is named.</returns>
    public static string? Of(string? text, IReadOnlySet<string> sites)
    {
        if (text is null || text.Length > 300 || text.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var line = Lead().Replace(Account().Replace(PlainText.Fold(System.Net.WebUtility.HtmlDecode(text)), " ").Trim(), "");
        line = Tail().Split(line)[0];
        var persons = new List<string>();
        foreach (var part in Joint().Split(line))
        {
            if (Person(part, sites) is { } person && !persons.Contains(person, StringComparer.OrdinalIgnoreCase))
            {
                persons.Add(person);
            }
            else if (persons.Count > 0 && !IsDegree(part))
            {
                // "Jane Doe, Science Editor": what follows a name is her office.
                break;
            }
        }

        return persons.Count == 0 ? null : string.Join(", ", persons.Take(Most));
    }

    private static bool IsDegree(string part) => part.Trim().Length <= 8 && part.Contains('.', StringComparison.Ordinal);

    private static string? Person(string text, IReadOnlySet<string> sites)
    {
        var name = LineReading.PersonName(text.Trim(' ', ',', '.', '|', '-', '–', '—', ':', ';', '"', '*'));
        if (name is null || sites.Contains(Wording.Key(name)) || name.Any(char.IsDigit) || name.Contains('_', StringComparison.Ordinal))
        {
            return null;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Exists(words, w => NoName.Contains(w.Trim('.', ',', '\'', '’')) || w.EndsWith("news", StringComparison.OrdinalIgnoreCase)) || words.Length > 5 || name.Contains("'s ", StringComparison.Ordinal) || Role().IsMatch(name))
        {
            return null;
        }

        // Accounts are in small letters; names of other scripts have no capitals.
        return char.IsLower(words[0][0]) && !Array.Exists(words, w => w.Length > 1 && char.IsUpper(w[0])) ? null : IsShouted(name) ? Calm(words) : name;
    }

    private static bool IsShouted(string name) => name.Length > 6 && name.Contains(' ', StringComparison.Ordinal) && !name.Any(char.IsLower);

    private static string Calm(string[] words) => string.Join(' ', words.Select(w => w.Length <= 2 ? w : string.Concat(w[..1], w[1..].ToLowerInvariant())));

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>Mail addresses and accounts, which stand beside a name.</summary>
    [GeneratedRegex(@"\(?[\w.+-]*@[\w.-]+\)?", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Account();

    [GeneratedRegex(@"^\W*((story|text|words|reporting|reported|written|posted|published|analysis|ditulis|diposting|dilaporkan|laporan)?\s*(by|oleh|par|por|von|door)\b\s*:?\s*|(?-i:di|da|av)\s+(?-i:(?=\p{Lu}))|(author|auteur|autore?|autora|verfasser|schrijver|penulis|reporter|pewarta|jurnalis|wartawan|kontributor|laporan wartawan [\w.]+|writer)s?\s*:\s*|(reporter|penulis)\s+(?-i:(?=\p{Lu})))", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*(\||•|·|\u2022|\s[-–—]\s|\(|/|\b(updated|published|posted|editor|penyunting|redaktur|for|of|in|from|dari|untuk)\b\s*:?\s|,\s*(bbc|cnn|associated|reuters|special to|usa|the)\b|\s\d|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\w*\.?\s+\d|\b(on|pada)(\s|$)|\s(avec|mit)\s)", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*,\s*(and\s+|dan\s+)?|\s+(and|dan|und|et|with)\s+|\s*&\s*|\s*;\s*", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(editor|reporter|correspondent|columnist|writer|photographer|producer|analyst|chief|special|senior|local|political|crime|court|sports?|science|health|business|share|follow|comments?|read|more|view|profile|author|minutes?|hours?|ago)\b", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Role();
}
