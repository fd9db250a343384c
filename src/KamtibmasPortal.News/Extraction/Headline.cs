using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>The headline above an article, or one made from its first sentence.</summary>
internal static partial class Headline
{
    private const int DerivedLimit = 110;
    private const int FewestWords = 3;

    /// <summary>Paragraphs in which the words of a headline come back.</summary>
    private const int LeadParagraphs = 6;

    /// <summary>What a line loses that shares no word with the text: slogans and labels do not, headlines do.</summary>
    private const double Unrelated = 3;

    private const int StemLength = 5;

    /// <summary>Shorter lines in sentence case are slogans: "Dari kita, untuk kita".</summary>
    private const int FewestSentenceCaseWords = 6;

    /// <summary>As short as a slogan: it must stand below the page's menus.</summary>
    private const int ShortTitle = 4;

    /// <summary>Null when none is printed.</summary>
    public static string? Find(PageLines page, BodyLines body)
    {
        string? best = null;
        var bestScore = 0.0;
        var afterBreadcrumb = false;
        var stems = Stems(string.Join(' ', body.Paragraphs.Take(LeadParagraphs)));
        for (var i = 0; i < page.BodyStart; i++)
        {
            var line = page.Lines[i].Text;
            var kind = Furniture.KindOf(line);
            afterBreadcrumb |= kind is LineKind.Breadcrumb;
            if (kind is not LineKind.Text || PageLines.IsStamp(line) || LineReading.IsByline(line) || page.Captions.Contains(line))
            {
                continue;
            }

            var text = Whole(page, ref i);
            var shared = Shared(text, stems);
            var score = Score(text, i, page, afterBreadcrumb) is > 0 and var looks ? looks + (shared > 0 ? 2 * shared : -Unrelated) : 0;
            if (score > bestScore)
            {
                (best, bestScore) = (text, score);
            }
        }

        return best is null ? null : TitleLabel().Replace(WithoutBreadcrumb(best, body), "").Trim('*', ' ', '_');
    }

    /// <summary>A first sentence without its dateline, cut at a word.</summary>
    public static string Derive(string lead, int dateline)
    {
        var text = lead[dateline..].Trim();
        var end = SentenceEnd().Match(text) is { Success: true } match ? match.Index + 1 : text.Length;
        var sentence = text[..end].TrimEnd('.', ' ');
        sentence = TrailingDate().Replace(sentence, "").TrimEnd(',', ' ');
        if (sentence.Length <= DerivedLimit)
        {
            return sentence;
        }

        var cut = sentence.LastIndexOf(' ', DerivedLimit);
        return string.Concat(sentence.AsSpan(0, cut > DerivedLimit / 2 ? cut : DerivedLimit).TrimEnd(" ,;:–-"), " …");
    }

    /// <summary>Puts a headline together that was broken in two; moves <paramref name="index"/> to its last line.</summary>
    private static string Whole(PageLines page, ref int index)
    {
        var text = page.Lines[index].Text;
        while (index + 1 < page.BodyStart)
        {
            var next = page.Lines[index + 1];
            var goesOn = !next.BlankBefore && Furniture.KindOf(next.Text) is LineKind.Text && !PageLines.IsStamp(next.Text) && !LineReading.IsByline(next.Text)
                && !page.Captions.Contains(next.Text) && LineReading.WordCount(text) >= FewestWords
                && (char.IsLower(next.Text[0]) || text[^1] is ',' or ':' or '-' || OpenEnd().IsMatch(text) || IsBrokenTitle(text, next.Text) || (IsCapitals(text) && IsCapitals(next.Text) && (LineReading.WordCount(text) >= 4 || OpenStart().IsMatch(next.Text))));
            if (!goesOn || string.Equals(text, next.Text, StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            text = $"{text} {next.Text}";
            index++;
        }

        return text;
    }

    private static double Score(string text, int index, PageLines page, bool afterBreadcrumb)
    {
        var words = LineReading.WordCount(text);
        var headlineShare = LineReading.HeadlineShare(text);
        if (words < FewestWords || words > 35 || text.Length > 300 || DomainPattern().IsMatch(text) || SlashPath().IsMatch(text)
            || (words < FewestSentenceCaseWords && headlineShare < 0.75) || (words <= ShortTitle && MenuFollows(page, index)) || page.NameOf(text) is not null)
        {
            return 0;
        }

        if (GluedPath().IsMatch(text) && IsRepeated(text, page))
        {
            return 0;
        }

        var score = Math.Min(words, 12) / 3.0;
        score += afterBreadcrumb ? 1 : 0;
        score -= MenuFollows(page, index) ? 1.5 : 0;
        score += PlainText.EndsSentence(text) && text[^1] == '.' ? -1.5 : 0;
        score += page.Lines.Take(page.BodyStart).Count(l => string.Equals(l.Text, text, StringComparison.OrdinalIgnoreCase)) > 1 ? 3 : 0;
        score += index + 1 < page.Lines.Count && (index + 1 == page.BodyStart || PageLines.IsStamp(page.Lines[index + 1].Text) || LineReading.IsByline(page.Lines[index + 1].Text)) ? 0.7 : 0;
        score += headlineShare > 0.6 ? 0.5 : 0;
        return score;
    }

    /// <summary>Share of the line's longer words that the text holds in some form.</summary>
    private static double Shared(string line, HashSet<string> stems)
    {
        var words = Stems(line);
        return words.Count == 0 ? 0 : words.Count(stems.Contains) / (double)words.Count;
    }

    /// <summary>Beginnings of the words of four letters and more: enough to see "menangkap" in "menangkapnya".</summary>
    private static HashSet<string> Stems(string text) =>
        [.. WordPattern().Matches(text).Select(m => m.Value.ToLowerInvariant()).Select(w => w.Length > StemLength ? w[..StemLength] : w)];

    private static bool MenuFollows(PageLines page, int index) =>
        Enumerable.Range(index + 1, Math.Max(0, page.BodyStart - index - 1)).Any(i => Furniture.KindOf(page.Lines[i].Text) is LineKind.Breadcrumb || (Furniture.KindOf(page.Lines[i].Text) is LineKind.Furniture && page.Lines[i].Text.Contains('|', StringComparison.Ordinal)));

    /// <summary>A path that ends in the headline, whole or cut, which is printed again below.</summary>
    private static bool IsRepeated(string path, PageLines page)
    {
        var words = path.Split(' ');
        for (var i = 1; i + FewestWords < words.Length; i++)
        {
            var tail = string.Join(' ', words[i..]).TrimEnd('.', '…', ' ');
            if (page.Lines.Take(page.BodyStart).Any(l => l.Text != path && l.Text.StartsWith(tail, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Beranda Daerah Singkawang Pj Wali Kota ..." where nothing separates the path from the headline.</summary>
    private static string WithoutBreadcrumb(string title, BodyLines body)
    {
        var match = GluedPath().Match(title);
        if (!match.Success || LineReading.WordCount(title[match.Length..]) < FewestWords)
        {
            return title;
        }

        // The last part of a path is often the town that the dateline repeats.
        var rest = title[match.Length..];
        var lead = body.Paragraphs[0];
        var town = lead[..LineReading.DatelineLength(lead)].Split(' ', ',', '-', '–', '(')[0];
        return town.Length > 2 && rest.StartsWith(town + " ", StringComparison.OrdinalIgnoreCase) && LineReading.WordCount(rest) > FewestWords && char.IsUpper(rest[town.Length + 1])
            ? rest[(town.Length + 1)..]
            : rest;
    }

    /// <summary>Two lines in headline case, the first of them full.</summary>
    private static bool IsBrokenTitle(string text, string next) =>
        text.Length >= 30 && LineReading.NameBeforeOutlet(next) is null && !PlainText.EndsSentence(text) && LineReading.WordCount(next) >= 4 && LineReading.HeadlineShare(text) > 0.6 && LineReading.HeadlineShare(next) > 0.6 && !IsCapitals(text) && LineReading.WordCount(text) + LineReading.WordCount(next) <= 30;

    private static bool IsCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    [GeneratedRegex(@"\p{L}{4,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"[.!?](?=\s+[\p{Lu}""“])|[.!?][""”]?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@",?\s*(?:pada\s+)?(?:hari\s+)?(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu|Ahad)?\s*\(\d{1,2}/\d{1,2}/\d{2,4}\)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TrailingDate();

    [GeneratedRegex(@"\b(?:di|ke|dari|dan|untuk|yang|dengan|oleh|pada|saat|akan|serta|bagi)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"^[^/]{2,30}(?: / [^/]{2,30}){1,4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SlashPath();

    [GeneratedRegex(@"^(?:di|ke|dari|dan|untuk|yang|dengan|oleh|pada|saat|serta|bagi)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OpenStart();

    [GeneratedRegex(@"^\S+\.(?:com|id|co\.id|net|test|news|org)$|^www\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DomainPattern();

    [GeneratedRegex(@"^(?:\S+\.(?i:com|id|co\.id|net|test|news|org)\s+)?(?:Beranda|Home|Depan)\s+(?:(?:\p{Lu}\p{Ll}+\s+){0,3}?(?:Berita|Daerah|Nasional|Regional|Hukum(?: (?:dan|&) Kriminal)?|Kriminal|Peristiwa|Politik|News|Umum|Headline|Metro|Polri|TNI|Kamtibmas|Pemerintahan|Terkini|Utama|Info|Bencana|Pemilu)\s+){0,3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex GluedPath();

    [GeneratedRegex(@"^\*?\s*Judul\s*:\s*\*?\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TitleLabel();
}
