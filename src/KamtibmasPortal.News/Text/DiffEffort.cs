namespace KamtibmasPortal.News.Text;

/// <summary>How much comparing may be done in all. Texts are hostile: word by word costs the square of what differs.</summary>
public sealed class DiffEffort(long steps = DiffEffort.OneText)
{
    /// <summary>Two texts of about 1,500 words each that have nothing in common.</summary>
    public const long OneText = 40_000_000;

    private long _left = steps;

    /// <summary>False when that much is not left any more: then nothing is taken.</summary>
    internal bool Take(long pieces)
    {
        var cost = pieces * pieces;
        if (cost > _left)
        {
            return false;
        }

        _left -= cost;
        return true;
    }
}
