using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Stories;

/// <summary>A word with what the matcher asks of it.</summary>
/// <param name="Start">Offset in its text, UTF-16 code units.</param>
/// <param name="Length">Length, UTF-16 code units.</param>
/// <param name="Key">Lower case, one spelling: what copies are compared by.</param>
/// <param name="Root">The root it is found by.</param>
/// <param name="IsCapital">Written with a capital.</param>
/// <param name="OpensSentence">First word of a sentence or quotation, so that its capital means nothing.</param>
/// <param name="Gap">The sign that parts it from the word before: a blank where there is none, '\n' between paragraphs.</param>
internal readonly record struct StoryWord(int Start, int Length, string Key, string Root, bool IsCapital, bool OpensSentence, char Gap)
{
    /// <summary>What stands beyond is not compared: no report is as long, and every cost stays bounded.</summary>
    private const int Limit = 3_000;

    private const int CharacterLimit = 60_000;

    public int End => Start + Length;

    public bool IsNumber => Key.Length > 0 && char.IsAsciiDigit(Key[0]);

    public static List<StoryWord> Read(WordReader reader, string text)
    {
        text = text.Length > CharacterLimit ? text[..CharacterLimit] : text;
        var words = new List<StoryWord>(Math.Min(text.Length / 6, Limit));
        foreach (var word in reader.Read(text))
        {
            var gap = Parting(text, words.Count == 0 ? 0 : words[^1].End, word.Start);
            var opens = words.Count == 0 || gap is '.' or '\n' or '"' or ':' or '–';
            words.Add(new StoryWord(word.Start, word.Length, word.Word, word.Terms[0], char.IsUpper(text[word.Start]), opens, gap));
            if (words.Count == Limit)
            {
                break;
            }
        }

        return words;
    }

    /// <summary>The weightiest sign between two words.</summary>
    private static char Parting(string text, int from, int to)
    {
        var gap = ' ';
        foreach (var c in text.AsSpan(from, to - from))
        {
            var sign = c switch
            {
                '\n' => '\n',
                '.' or '!' or '?' => '.',
                '"' or '“' or '”' => '"',
                '–' or '—' => '–',
                ':' or ';' => ':',
                '(' or ')' or ',' => c,
                _ => ' ',
            };
            if (Rank(sign) > Rank(gap))
            {
                gap = sign;
            }
        }

        return gap;
    }

    private static int Rank(char sign) => sign switch { '\n' => 6, '"' => 5, '.' => 4, '–' => 3, ':' => 3, '(' => 2, ')' => 2, ',' => 1, _ => 0 };
}
