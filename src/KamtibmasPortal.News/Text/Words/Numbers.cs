namespace KamtibmasPortal.News.Text.Words;

/// <summary>Numbers as Indonesian prints them: "5.000" is five thousand, "17.30" and "17:30" a time, "11/12/2023" three numbers.</summary>
internal static class Numbers
{
    /// <summary>Length of the number at the start of the text.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var end = Digits(text);
        if (end is >= 1 and <= 3 && Groups(text[end..]) is > 0 and var groups)
        {
            end += groups;
            return end + Fraction(text[end..]);
        }

        if (end <= 2 && IsTime(text[end..]))
        {
            return end + 3;
        }

        return end + Fraction(text[end..]);
    }

    /// <summary>One spelling for one number.</summary>
    public static string Key(ReadOnlySpan<char> number)
    {
        if (number.Length > WordKey.Limit)
        {
            number = number[..WordKey.Limit];
        }

        if (number.EndsWith(",00", StringComparison.Ordinal))
        {
            number = number[..^3];
        }

        var end = Digits(number);
        return Groups(number[end..]) > 0 ? number.ToString().Replace(".", "", StringComparison.Ordinal) : number.ToString().Replace(':', '.');
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static int Groups(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end + 3 < text.Length && text[end] == '.' && Digits(text.Slice(end + 1, 3)) == 3 && !IsDigitAt(text, end + 4))
        {
            end += 4;
        }

        return end;
    }

    private static int Fraction(ReadOnlySpan<char> text) => text.Length > 1 && text[0] == ',' && Digits(text[1..]) is > 0 and <= 4 and var digits ? digits + 1 : 0;

    private static bool IsTime(ReadOnlySpan<char> text) =>
        text.Length > 2 && text[0] is '.' or ':' && Digits(text.Slice(1, 2)) == 2 && text[1] <= '5' && !IsDigitAt(text, 3) && !(text.Length > 4 && text[3] is '.' or ':' or '/' && IsDigitAt(text, 4));

    private static bool IsDigitAt(ReadOnlySpan<char> text, int index) => index < text.Length && char.IsAsciiDigit(text[index]);
}
