using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>Questions about single lines of a document: prose, headline, dateline, caption, byline.</summary>
internal static partial class LineReading
{
    private const int LongLine = 25;

    public static int WordCount(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>A sentence or more of running text, as against headlines, labels and menus.</summary>
    public static bool IsProse(string line)
    {
        var words = WordCount(line);
        if (words >= LongLine)
        {
            // A headline may be long too: it has no full stop and capitals throughout.
            return PlainText.EndsSentence(line) || HeadlineShare(line) < 0.75;
        }

        if (words < 4 || !PlainText.EndsSentence(line))
        {
            return words >= 5 && DatelineLength(line) > 0 && (PlainText.EndsSentence(line) || words >= 14);
        }

        // "Benarkah kotak amal dipakai modus pencurian?" is a headline with a mark at its end.
        return line[^1] is not ('!' or '?') || words > 18;
    }

    /// <summary>Share of longer words that begin with a capital: near 1 in headlines, below one half in prose.</summary>
    public static double HeadlineShare(string line)
    {
        var words = line.Split(' ').Where(w => w.Count(char.IsLetter) > 3).ToList();
        return words.Count == 0 ? 0 : words.Count(w => char.IsUpper(w.First(char.IsLetter))) / (double)words.Count;
    }

    /// <summary>Length of "Jakarta Timur, Senin (11/12/2023) - " at the start of a paragraph, UTF-16 code units; 0 when it has none.</summary>
    public static int DatelineLength(string paragraph)
    {
        var match = DatelinePattern().Match(paragraph);
        if (match.Success && WordCount(match.Groups["place"].Value) <= 7)
        {
            return match.Length;
        }

        match = CommaDatelinePattern().Match(paragraph);
        return match.Success ? match.Length : 0;
    }

    /// <summary>Whether a line can only be the first half of a dateline: "Kabarpagi.test, Jakarta".</summary>
    public static bool IsOpenDateline(string line) => line.Length <= 60 && OpenDatelinePattern().IsMatch(line);

    public static bool StartsWithDash(string line) => line.Length > 2 && line[0] is '-' or '–' or '—' && (line[1] == ' ' || char.IsUpper(line[1]));

    /// <summary>Whether a line between paragraphs is a caption: there only an explicit label or credit tells.</summary>
    /// <param name="line">The line.</param>
    /// <param name="textFollows">Prose goes on behind it: then a name and an outlet in brackets are a credit, and no signature.</param>
    public static bool IsInnerCaption(string line, bool textFollows) =>
        line.Length <= 400 && (textFollows || ClosingInitials(line).Length == 0) && (CaptionLabelPattern().IsMatch(line) || ExplicitCreditPattern().IsMatch(line) || (textFollows && WordCount(line) <= 35 && IsCaption(line)));

    public static bool IsCaption(string line) =>
        line.Length <= 500 && (ExplicitCreditPattern().IsMatch(line) || IsCreditedCaption(line));

    private static bool IsCreditedCaption(string line) =>
         ClosingInitials(line).Length < line.Length && (CapitalsLabelPattern().IsMatch(line) || CaptionLabelPattern().IsMatch(line) || CreditPattern().IsMatch(line) || IllustrationPattern().IsMatch(line));

    /// <summary>Whether a sentence before the dateline reads as the description of a picture.</summary>
    public static bool DescribesPicture(string line) => line.Length <= 420 && (PicturePattern().IsMatch(line) || IndonesianDates.Find(line).Count > 0);

    /// <summary>"Penulis: Rina W." and its like: the name, or null.</summary>
    public static string? BylineName(string line)
    {
        var match = BylinePattern().Match(line);
        return match.Success ? PersonName(match.Groups["name"].Value) : null;
    }

    /// <summary>The name in a line that says more than that: "Diterbitkan: 29/10/2024 - Penulis: Hanif B."; null when there is none.</summary>
    public static string? NameWithin(string line)
    {
        var match = InnerBylinePattern().Match(line);
        return match.Success ? PersonName(match.Groups["name"].Value) : null;
    }

    /// <summary>A line that is nothing but a person's name: "Rina Wulandari", "— Rina", "Rina W | Editor: Budi S"; null for anything else.</summary>
    public static string? BareName(string line)
    {
        var match = BareNamePattern().Match(line);
        return match.Success && !IsByline(line) && !Array.Exists(match.Groups["name"].Value.Split(' '), Furniture.IsMenuWord) ? PersonName(match.Groups["name"].Value) : null;
    }

    /// <summary>A name that signs a text for certain: with a dash before it or an initial at its end.</summary>
    public static bool IsSignature(string line) => line.Length <= 40 && (line[0] is '—' or '–' or '-' || line[^1] == '.');

    public static bool IsByline(string line) => line.Length <= 120 && (BylinePattern().IsMatch(line) || AccountPattern().IsMatch(line));

    /// <summary>"Bagas Prawira - kabarkilat": the name before the outlet, or null.</summary>
    public static string? NameBeforeOutlet(string line)
    {
        var match = NameOutletPattern().Match(line);
        return match.Success ? PersonName(match.Groups["name"].Value) : null;
    }

    /// <summary>Initials in brackets at the end of a text; <c>Length</c> is what to cut there, 0 when there are none.</summary>
    public static (string? Initials, int Length) ClosingInitials(string paragraph)
    {
        var match = InitialsPattern().Match(paragraph);
        if (!match.Success)
        {
            return (null, 0);
        }

        var inner = match.Groups["in"].Value.Trim(' ', '*', '.');
        var parts = inner.Split(['/', '-', ',', '|', '&', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var persons = Array.FindAll(parts, p => !DeskPattern().IsMatch(p));
        return (persons.Length == 0 ? null : Array.Exists(parts, p => p.Length > 4 && DeskPattern().IsMatch(p)) ? string.Join('/', persons) : inner, match.Length);
    }

    /// <summary>A person's name as printed, or null for outlets, desks and accounts.</summary>
    public static string? PersonName(string text)
    {
        var name = FromTown().Split(text.Split('|', '(', '/', '•')[0])[0];
        var date = IndonesianDates.Find(name);
        if (date.Count > 0)
        {
            name = name[..date[0].Start];
        }

        name = DashPattern().Split(OtherRole().Split(name)[0])[0].Trim(' ', ',', ':', '-', '–', '—');
        name = name.Length > 2 && name[^1] == '.' && name[^3] != ' ' ? name[..^1] : name;
        name = name.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma && name.Length > comma + 2 && char.IsLower(name[comma + 2]) ? name[..comma] : name;
        return name.Length is >= 2 and <= 60 && WordCount(name) <= 5 && !DeskPattern().IsMatch(name) && !OutletPattern().IsMatch(name) && name.Any(char.IsLetter) ? name : null;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^(?<place>[\p{Lu}][\p{L}\d.'’/-]*(?:[ ,]+(?:[\p{Lu}\d][\p{L}\d.'’/-]*|di|dan)){0,6})\s*(?:,\s*[\w-]+(?:\.[a-z]{2,6}){1,2})?\s*,?\s*(?:(?:\||//)\s*[\w.\- ]{2,30}\s*)?(?:,?\s*(?:Senin|Selasa|Rabu|Kamis|Jum.?at|Sabtu|Minggu|Ahad))?,?\s*(?:\([^()]{1,40}\)\s*,?\s*|\d{1,2}[/. ][\w]{1,9}[/. ]\d{2,4}\s*,?\s*){0,2}(?:[-–—]{1,2}|\|+|//|(?<=^[\p{Lu} ]{4,30}):(?=\s[""“]?\p{Lu})|(?<=^\p{Lu}{4,20})\.(?=\s))\s*(?=[\p{Lu}""“‘'\d(])",
        Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DatelinePattern();

    [GeneratedRegex(@"^(?:\p{Lu}{3,}[\p{Lu}.'’-]*(?: \p{Lu}{2,}[\p{Lu}.'’-]*){0,3}|[\w.-]+\.(?:com|id|co\.id|net|test|news)[, ]+\p{Lu}[\p{L} ]{2,25}),\s+(?=\p{Lu}[\p{Ll}]+[ ,])", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CommaDatelinePattern();

    [GeneratedRegex(@"^(?:[\p{Lu}][\p{L}.'’-]*[ ,]*){1,5}(?:\([^()]{2,30}\))?,?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OpenDatelinePattern();

    [GeneratedRegex(@"^[\[(]?(?:(?:ket(?:erangan)?\.?|teks|caption)\s*(?:foto|gambar)?|foto|gambar|caption)\s*[:：]|^\(?(?:foto|dok)[:.]", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CaptionLabelPattern();

    [GeneratedRegex(@"^(?:[—–-]\s?(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}.'’]*){0,2})|(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}(?:\p{Ll}+|\.)?){1,3})(?:\s*\|\s*Editor\b.*)?)$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BareNamePattern();

    /// <summary>"Written by: superuser": a byline that names nobody.</summary>
    [GeneratedRegex(@"^(?:written|posted|published) by\b[^.]{0,60}$|^(?:ditambahkan|diposting|dikirim|diunggah|ditulis|diterbitkan) oleh\b[^.]{0,60}$", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AccountPattern();

    [GeneratedRegex(@"\b(?i:oleh|penulis|pewarta|reporter|kontributor|laporan wartawan)\b\s*:?\s+(?<name>\p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*){0,3})", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InnerBylinePattern();

    [GeneratedRegex(@"(?:[(\[](?:foto|dok|ist\b|istimewa|sumber foto|sumber gambar|kredit|photo|doc\b|getty|shutterstock|ilustrasi|tangkapan layar)[^()]{0,60}[)\]]\.?|[.!?""”)|]\s*(?:sumber foto|sumber gambar|kredit|foto oleh|photo by|photo courtesy of|foto)\s*[:/]?\s*[\w./ -]{2,40}|/HO[-./ ][\w. -]{1,30}|\s[-–/|]\s?dok\.?\s[\w. /-]{2,40})$", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ExplicitCreditPattern();

    /// <remarks>Two words at least: "JAKARTA: Polisi ..." is a dateline.</remarks>
    [GeneratedRegex(@"^\p{Lu}{3,}(?: \p{Lu}{2,}){1,3}:\s\p{Lu}\p{Ll}.*\d{4}\)?\.?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CapitalsLabelPattern();

    /// <remarks>Army units are written with a slash, as name and outlet are: "Kodam XVIII/Kasuari".</remarks>
    [GeneratedRegex(
        @"(?:[(\[](?:foto|dok|ist\b|istimewa|sumber foto|sumber gambar|kredit|photo|doc\b|getty|shutterstock|antara|ss\b|tangkapan layar|screenshot)[^()]{0,60}[)\]]\.?|[.!?""”)]\s*\(?(?!(?:kodam|korem|kodim|koramil|pangdam|danrem|dandim|danramil|babinsa|prajurit|personel|anggota|yonif)\b)[\p{Lu}][\w.]*(?: [\p{Lu}][\w.]*){0,2}/[\w./ -]{2,40}\)?\.?|[.!?""”)]\s*(?:\|\s*)?(?:foto|dok\.?|ist\.?|istimewa|sumber|photo)\b\s*[:/.]?\s*[\w./ -]{0,40}|\((?:[\p{L}. ]{2,25}/)?(?:istimewa|ist|ho|dok\.?|foto|iStockphoto|getty images)(?:[-/. ][\p{L}. -]{2,30})?\)\.?|\([\p{L}. ]{2,25}/[\p{L}. -]{2,30}\)\.?)$",
        Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CreditPattern();

    [GeneratedRegex(@"^(?:foto )?ilustrasi\b[^.]{0,120}\.?(?:\s*\([^)]*\))?$", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex IllustrationPattern();

    [GeneratedRegex(@"\b(?:saat|ketika|usai|seusai|sedang|tampak|terlihat|berfoto|foto bersama|berpose|memperlihatkan|menunjukkan|bersalaman|\(kiri\)|\(kanan\)|\(tengah\)|dari kiri)\b|\d{1,2}/\d{1,2}/\d{4}", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PicturePattern();

    /// <remarks>Only the keywords ignore case: the name behind them must be capitalised.</remarks>
    [GeneratedRegex(@"^(?:.{0,60}?\bWI(?:B|TA|T)\s?\W{0,3})?(?:(?i:oleh|by|(?:ditulis|diposting|dikirim|diunggah|dibuat|disusun) oleh|(?:posted|written) by|laporan wartawan\S*|dilaporkan oleh|rep|ditulis|penulis|pewarta|reporter)(?:\s*[:-]\s*|\s+)(?=\p{Lu})|(?i:penulis|pewarta|reporter|teks|laporan|kontributor(?:\s\p{L}+,)?)\s+(?=\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}.'’]*){0,3}(?:\sdari\s\p{Lu}\p{L}+|,.{0,30})?$)|(?i:penulis|pewarta|reporter|kontributor|jurnalis|wartawan|teks|author|peliput|laporan|naskah|liputan|kiriman|pengirim|pelapor)\s*[:：]\s*)(?<name>\S.*)$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex BylinePattern();

    [GeneratedRegex(@"^(?:\p{Lu}\w+, (?<name>\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)|(?<name>\p{Lu}\p{Ll}[\p{L}.'’]*(?: \p{Lu}(?:\p{Ll}[\p{L}.'’]*|\.)){1,3})\s*[-–—|,/]\s*[\w. ]{3,30}(?:\s*[/|-].*)?)$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NameOutletPattern();

    [GeneratedRegex(@"\s*[<«](?<in>\p{L}[\p{L}./]{1,12})[>»]$|\s+[-–—]\s?(?<in>(?i:humas|penmas|tim|red)[\p{L} ]{0,40})[-–—]?$|\s*//\s?(?<in>\p{L}{2,6})$|\s*\*{0,3}[(\[](?<in>[*]*[\p{L}\d][\p{L}\d.-]{1,10}/[\p{L}]{1,10}|[*]*[\p{L}][\p{L}.]{0,14}(?:[ ]?[/,|&+-][ ]?[\p{L}][\p{L}.]{0,14}){0,2}[*]*|\p{Lu}[\p{L}.]{1,14}(?: \p{Lu}[\p{L}.]{0,14}){0,2}|[*]+|-)[)\]]\*{0,3}\.?$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex InitialsPattern();

    [GeneratedRegex(@"^(?:red(?:aksi|aktur)?\d?|admin(?:istrator)?\d?|hms|humas\b.*|ist|adv|ant|antara|tim\b.*|rls|release|rilis|pen(?:mas|rem|dim|dam|kostrad)\b.*|superuser|user\d*|operator|author|anonim|editor|net|dok|sumber|kontributor|reporter|pewarta|penulis|web|team\b.*|staf\b.*|newsroom.*|desk.*|media center.*|mc\b.*|kominfo\b.*|diskominfo\b.*|ppid\b.*|bid ?humas.*|sihumas.*|radio\b.*|berita\b.*|kabar\b.*|suara\b.*|kabupaten\b.*|kota\b.*|kodim\b.*|korem\b.*|bawaslu\b.*|kpu\b.*|bnn\w*\b.*|bpbd\b.*|dinas\b.*|pemerintah\b.*|polda\b.*|polres\b.*|polsek\b.*|pemkot.*|pemkab.*)$", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DeskPattern();

    [GeneratedRegex(@"\.(?:com|id|net|test|news|org)\b|news$|\b(?:redaksi|humas|tribratanews|kantor berita)\b|@", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OutletPattern();

    [GeneratedRegex(@"\sdari\s", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex FromTown();

    [GeneratedRegex(@"\s+-?\s*(?:editor|penyunting|redaktur|foto|fotografer|sumber)\s*[:-]", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OtherRole();

    [GeneratedRegex(@"\s[-–—]\s", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DashPattern();
}
