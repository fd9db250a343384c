namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>A part of a whole in thousandths, for a bar.</summary>
public readonly record struct Share(int Thousandths)
{
    /// <summary>What is not nothing shows at least a line.</summary>
    public static Share Of(long part, long whole) => new(part <= 0 || whole <= 0 ? 0 : (int)Math.Clamp(part * 1000 / whole, 4, 1000));
}
