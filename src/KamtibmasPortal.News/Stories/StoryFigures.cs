using System.Runtime.InteropServices;

namespace KamtibmasPortal.News.Stories;

/// <summary>A measure by which one case is told from another: grams seized, litres, rooms burnt; or a person by initials and age.</summary>
/// <param name="Of">Hash of the unit or of what is told.</param>
/// <param name="Value">How much.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct StoryFigure(uint Of, float Value);

/// <summary>Two cases of one kind on one day differ in their figures; two reports of one case rarely do.</summary>
internal static class StoryFigures
{
    private const int Limit = 24;

    /// <summary>"lebih dari 11 kilogram" of 11.3.</summary>
    private const float Rounding = 0.12f;

    private static readonly uint Persons = (uint)StoryHash.Of("persons");

    public static List<StoryFigure> Find(List<StoryWord> words)
    {
        var figures = NumberPhrase.Find(words).Where(n => n.Unit is "gram" or "butir" or "liter" or "hektare" or "ekor" or "karung" or "rumah" or "motor")
            .Select(n => new StoryFigure((uint)StoryHash.Of(n.Unit), (float)n.Value)).ToList();
        for (var i = 1; i < words.Count; i++)
        {
            if (NumberPhrase.Age(words, i) is { } age)
            {
                figures.Add(new StoryFigure(Persons, age));
            }
        }

        return [.. figures.Distinct().Take(Limit)];
    }

    /// <summary>1 when a figure is common, -1 when both give figures of one sort and none is, else 0.</summary>
    public static int Compare(StoryFigure[] first, StoryFigure[] second)
    {
        var answer = 0;
        foreach (var a in first)
        {
            foreach (var b in second)
            {
                if (a.Of != b.Of)
                {
                    continue;
                }

                if (Math.Abs(a.Value - b.Value) <= (a.Of == Persons ? 0 : Rounding * Math.Max(a.Value, b.Value)))
                {
                    return 1;
                }

                answer = -1;
            }
        }

        return answer;
    }
}
