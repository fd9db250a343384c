namespace KamtibmasPortal.News.Text.Words;

internal enum Prefix
{
    None,
    Di,
    Me,
    Pe,
    Per,
    Ber,
    Ter,
    Ke,
    Se,

    /// <summary>ku-, kau-: who acts.</summary>
    Actor,

    /// <summary>anti-, pra-, antar- and the like, which leave the word as it is.</summary>
    Learned,

    /// <summary>nge-, n-, ny-, m- of spoken language.</summary>
    Spoken,
}

internal enum Suffix
{
    None,
    An,
    Kan,
    I,

    /// <summary>-in of spoken language.</summary>
    In,
}

/// <summary>Which affixes go together and how unlikely each is. Lower is likelier; a letter of the root weighs against them.</summary>
internal static class Affix
{
    public const int Plain = 10;
    public const int Letter = 4;

    private static readonly string[] Learned = ["anti", "pasca", "antar", "pra", "non", "multi", "maha", "eks", "semi", "sub", "swa", "nir", "tuna", "purna", "ultra", "super", "inter", "intra", "infra", "makro", "mikro", "mini", "pro", "serba"];

    /// <summary>Length of the learned prefix a word begins with, or 0.</summary>
    public static int LearnedLength(ReadOnlySpan<char> word)
    {
        foreach (var prefix in Learned)
        {
            if (word.Length >= prefix.Length + 4 && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                return prefix.Length;
            }
        }

        return 0;
    }

    /// <summary>Whether a prefix may stand right after another one.</summary>
    public static bool Follows(Prefix before, Prefix next) => before switch
    {
        Prefix.None or Prefix.Learned => true,
        Prefix.Di or Prefix.Me or Prefix.Actor => next is Prefix.Per or Prefix.Ke or Prefix.Ber or Prefix.Se or Prefix.Learned,
        Prefix.Pe => next is Prefix.Ber or Prefix.Ke or Prefix.Se or Prefix.Learned,
        Prefix.Ber => next is Prefix.Ke or Prefix.Per or Prefix.Pe or Prefix.Se,
        Prefix.Ke => next is Prefix.Ter or Prefix.Ber or Prefix.Se or Prefix.Pe or Prefix.Per or Prefix.Learned,
        Prefix.Se => next is Prefix.Ke or Prefix.Pe or Prefix.Per,
        Prefix.Ter => next is Prefix.Per or Prefix.Ke,
        Prefix.Per => next is Prefix.Se,
        _ => false,
    };

    /// <summary>What the ending costs under the outermost prefix; null when the two never go together.</summary>
    public static int? Cost(Prefix outer, Suffix suffix) => (outer, suffix) switch
    {
        (Prefix.Ke, Suffix.None) => 4,
        (_, Suffix.None) => 0,
        (Prefix.None, Suffix.In) => null,
        (Prefix.None, Suffix.I) => 20,
        (Prefix.None, Suffix.Kan) => 12,
        (Prefix.None, _) => 8,
        // "menunjukan": one k too few is the commonest slip of all.
        (Prefix.Di or Prefix.Me, Suffix.An) => 30,
        (Prefix.Actor or Prefix.Ter, Suffix.An) => null,
        (Prefix.Di or Prefix.Me or Prefix.Actor or Prefix.Ter, Suffix.Kan or Suffix.I) => 4,
        (Prefix.Di or Prefix.Spoken, Suffix.In) => 14,
        (_, Suffix.In) => null,
        (Prefix.Ke or Prefix.Pe or Prefix.Per or Prefix.Ber, Suffix.An) => 4,
        (Prefix.Ber, Suffix.Kan) => 8,
        (Prefix.Ber or Prefix.Pe, _) => null,
        (Prefix.Per, _) => 8,
        (Prefix.Ke, _) => 14,
        (Prefix.Se, Suffix.An) => 10,
        (Prefix.Se, _) => null,
        _ => 8,
    };
}
