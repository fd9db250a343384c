using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>The headline above an article, or one made from its first sentence.</summary>
internal static partial class Headline
{
    private const int DerivedLimit = 110;
    private const int FewestWords = 3;

    /// <summary>Shorter lines in sentence case are slogans: "Dari kita, untuk kita".</summary>
    private const int FewestSentenceCaseWords = 6;

    /// <summary>Null when none is printed.</summary>
    public static string? Find(PageLines page, BodyLines body)
    {
        string? best = null;
        var bestScore = 0.0;
        var afterBreadcrumb = false;
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
            var score = Score(text, i, page, afterBreadcrumb);
            if (score > bestScore)
            {
                (best, bestScore) = (text, score);
            }
        }

        return best is null ? null : WithoutBreadcrumb(best, body);
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
                && (char.IsLower(next.Text[0]) || text[^1] is ',' or ':' or '-' || OpenEnd().IsMatch(text) || (IsCapitals(text) && IsCapitals(next.Text) && (LineReading.WordCount(text) >= 4 || OpenStart().IsMatch(next.Text))));
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
            || (words < FewestSentenceCaseWords && headlineShare < 0.6))
        {
            return 0;
        }

        var score = Math.Min(words, 12) / 3.0;
        score += afterBreadcrumb ? 1 : 0;
        score += PlainText.EndsSentence(text) && text[^1] == '.' ? -1.5 : 0;
        score += page.Lines.Take(page.BodyStart).Count(l => string.Equals(l.Text, text, StringComparison.OrdinalIgnoreCase)) > 1 ? 3 : 0;
        score += index + 1 < page.Lines.Count && (index + 1 == page.BodyStart || PageLines.IsStamp(page.Lines[index + 1].Text) || LineReading.IsByline(page.Lines[index + 1].Text)) ? 0.7 : 0;
        score += headlineShare > 0.6 ? 0.5 : 0;
        return score;
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

    private static bool IsCapitals(string text) => text.Any(char.IsLetter) && !text.Any(char.IsLower);

    [GeneratedRegex(@"[.!?](?=\s+[\p{Lu}""“])|[.!?][""”]?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@",?\s*(?:pada\s+)?(?:hari\s+)?(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu|Ahad)?\s*\(\d{1,2}/\d{1,2}/\d{2,4}\)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex TrailingDate();

    [GeneratedRegex(@"\b(?:di|ke|dari|dan|untuk|yang|dengan|oleh|pada|saat|akan|serta|bagi)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"^[^/]{2,30}(?: / [^/]{2,30}){1,4}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex SlashPath();

    [GeneratedRegex(@"^(?:di|ke|dari|dan|untuk|yang|dengan|oleh|pada|saat|serta|bagi)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex OpenStart();

    [GeneratedRegex(@"^\S+\.(?:com|id|co\.id|net|test|news|org)$|^www\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex DomainPattern();

    [GeneratedRegex(@"^(?:Beranda|Home)\s+(?:(?:Berita|Daerah|Nasional|Regional|Hukum(?: (?:dan|&) Kriminal)?|Kriminal|Peristiwa|Politik|News|Umum|Headline|Metro|Polri|TNI|Kamtibmas|Pemerintahan|Terkini|Utama|Info|Bencana|Pemilu)\s+){0,3}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex GluedPath();
}
