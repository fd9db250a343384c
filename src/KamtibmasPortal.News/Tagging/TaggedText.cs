using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>One word of a field.</summary>
/// <param name="Start">Offset, UTF-16 code units.</param>
/// <param name="Length">Length, UTF-16 code units.</param>
/// <param name="Word">Lower case.</param>
/// <param name="IsCapital">Begins with a capital or a digit.</param>
/// <param name="Gap">What parts it from the word before: ' ' plain, ',' '.' '/' '-' '(' ':' '"', or '\n' for a new paragraph.</param>
/// <param name="Sentence">Number of its sentence within the field.</param>
internal readonly record struct Token(int Start, int Length, string Word, bool IsCapital, char Gap, int Sentence)
{
    public int End => Start + Length;
}

/// <summary>A field cut into words and sentences.</summary>
internal sealed class TaggedText
{
    /// <summary>More words than any report has: what is longer is read to here.</summary>
    private const int TokenLimit = 20_000;

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "kec", "kel", "kab", "prov", "jl", "jln", "jend", "no", "pol", "drs", "dr", "ir", "h", "hj", "kh", "st", "s", "m", "sh", "sik", "mh", "msi", "plt", "pj", "rp", "tgl", "ds", "dsn", "sdr", "sdri",
        "kombes", "brigjen", "irjen", "komjen", "akbp", "kompol", "akp", "iptu", "ipda", "letkol", "kapt", "gg", "hp", "dll", "dsb", "a", "b", "c", "i", "k", "pd", "ag", "hum", "kom", "adm", "kep",
    };

    public TaggedText(EvidenceField field, string text, int datelineLength)
    {
        Field = field;
        Text = text;
        DatelineEnd = datelineLength;
        Tokens = Cut(text);
        Sentences = Tokens.Count == 0 ? 0 : Tokens[^1].Sentence + 1;
    }

    public EvidenceField Field { get; }
    public string Text { get; }
    public int DatelineEnd { get; }
    public List<Token> Tokens { get; }
    public int Sentences { get; }

    public EvidenceRole RoleOf(int token) => Field switch
    {
        EvidenceField.Title => EvidenceRole.Title,
        EvidenceField.Caption => EvidenceRole.Caption,
        _ when Tokens[token].Start < DatelineEnd => EvidenceRole.Dateline,
        _ when Tokens[token].Sentence < LeadSentences => EvidenceRole.Lead,
        _ => EvidenceRole.Body,
    };

    /// <summary>Sentences of the body that count as the lead.</summary>
    public const int LeadSentences = 2;

    public TagEvidence Evidence(int from, int to, string rule)
    {
        var start = Tokens[from].Start;
        if (start > 0 && Text[start - 1] == '(' && Text.AsSpan(start, Tokens[to].End - start).Contains(')'))
        {
            // "(BPBD) Kabupaten Kaur": a quotation must not open in the middle of a bracket.
            start--;
        }

        var length = Tokens[to].End - start;
        return new TagEvidence(Field, RoleOf(from), start, length, Text.Substring(start, length), rule);
    }

    private static List<Token> Cut(string text)
    {
        var tokens = new List<Token>(Math.Min(text.Length / 6, TokenLimit));
        var sentence = 0;
        var at = 0;
        while (at < text.Length && tokens.Count < TokenLimit)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            if (Furniture.Length(text, at) is > 0 and var skipped)
            {
                at += skipped;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]))))
            {
                at++;
            }

            var gap = '\n';
            if (tokens.Count > 0)
            {
                var last = tokens[^1];
                gap = GapOf(text.AsSpan(last.End, start - last.End));
                sentence += EndsSentence(gap, last, text, start) ? 1 : 0;
            }

            var first = text[start];
            tokens.Add(new Token(start, at - start, text[start..at].ToLowerInvariant(), char.IsUpper(first) || char.IsDigit(first), gap, sentence));
        }

        return tokens;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '`';

    private static bool EndsSentence(char gap, Token last, string text, int next) => gap switch
    {
        '\n' => true,
        '!' => char.IsUpper(text[next]),
        '.' => char.IsUpper(text[next]) && !Abbreviations.Contains(last.Word),
        _ => false,
    };

    /// <summary>The mark that matters most among those between two words.</summary>
    private static char GapOf(ReadOnlySpan<char> between)
    {
        var gap = ' ';
        foreach (var c in between)
        {
            var mark = c switch
            {
                '\n' => '\n',
                '.' or '…' => '.',
                '!' or '?' => '!',
                '(' or ')' or '[' or ']' => '(',
                ':' or ';' => ':',
                ',' => ',',
                '"' or '“' or '”' or '‘' or '\'' => '"',
                '/' or '|' => '/',
                '-' or '–' or '—' => '-',
                _ => ' ',
            };
            if (Weight(mark) > Weight(gap))
            {
                gap = mark;
            }
        }

        return gap;
    }

    private static int Weight(char mark) => mark switch { '\n' => 9, '!' => 8, '.' => 7, '(' => 6, ':' => 5, ',' => 4, '"' => 3, '/' => 2, '-' => 1, _ => 0 };
}
