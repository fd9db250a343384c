using System.Text;

namespace KamtibmasPortal.News.Text;

/// <summary>One non-empty line of a document, white space folded.</summary>
/// <param name="Text">The words.</param>
/// <param name="BlankBefore">An empty line stood before it.</param>
public readonly record struct TextLine(string Text, bool BlankBefore);

/// <summary>Raw text to clean lines.</summary>
public static class PlainText
{
    /// <summary>Longest line kept whole; what is longer is cut there, it can't be news prose.</summary>
    private const int LineLimit = 20_000;

    public static List<TextLine> Lines(string text)
    {
        var lines = new List<TextLine>();
        var blank = false;
        var clean = new StringBuilder();
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            Fold(raw.Length > LineLimit ? raw[..LineLimit] : raw, clean);
            if (clean.Length == 0)
            {
                blank = true;
                continue;
            }

            lines.Add(new TextLine(clean.ToString(), blank));
            blank = false;
        }

        return Unwrap(lines);
    }

    /// <summary>White space folded to single blanks, controls and invisible marks dropped.</summary>
    public static string Fold(string text)
    {
        var clean = new StringBuilder(text.Length);
        Fold(text.AsSpan(), clean);
        return clean.ToString();
    }

    private static void Fold(ReadOnlySpan<char> raw, StringBuilder clean)
    {
        clean.Clear();
        foreach (var c in raw)
        {
            if (char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (!char.IsControl(c) && char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format && c != '\uFFFC')
            {
                clean.Append(c);
            }
        }

        if (clean.Length > 0 && clean[^1] == ' ')
        {
            clean.Length--;
        }
    }

    /// <summary>Joins lines that a mailer or typist broke at a fixed column.</summary>
    private static List<TextLine> Unwrap(List<TextLine> lines)
    {
        var broken = 0;
        var inner = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (!lines[i + 1].BlankBefore)
            {
                inner++;
                broken += IsBroken(lines[i].Text, lines[i + 1].Text) ? 1 : 0;
            }
        }

        if (broken < 4 || broken * 2 < inner)
        {
            return lines;
        }

        var joined = new List<TextLine>();
        var last = "";
        foreach (var line in lines)
        {
            if (joined.Count > 0 && !line.BlankBefore && WasCut(last, line.Text))
            {
                var before = joined[^1].Text;
                var text = before.EndsWith('-') && char.IsLower(line.Text[0]) ? before + line.Text : before + " " + line.Text;
                joined[^1] = joined[^1] with { Text = text };
            }
            else
            {
                joined.Add(line);
            }

            last = line.Text;
        }

        return joined;
    }

    private static bool IsBroken(string line, string next) => line.Length is >= 45 and <= 100 && !EndsSentence(line) && (char.IsLower(next[0]) || next.Length > 20);

    /// <summary>In a wrapped document a full line goes on in the next one, even where a sentence happens to end at the margin.</summary>
    private static bool WasCut(string line, string next) => line.Length is >= 45 and <= 100 && (!EndsSentence(line) || line.Length + 1 + next.IndexOf(' ', StringComparison.Ordinal) > 68);

    /// <summary>Whether a line closes with the end of a sentence, quotation marks and brackets aside.</summary>
    public static bool EndsSentence(string line)
    {
        var end = line.AsSpan().TrimEnd("\"”’'»)] ");
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…';
    }
}
