namespace KamtibmasPortal.News.Tagging;

/// <summary>
/// Turns a rule's strength into the share of tags of that strength that were right on the development halves of the labelled
/// articles, taken a little lower at the weak end, where unseen articles did worse.
/// </summary>
internal static class Calibration
{
    private static readonly (double Strength, double Right)[] Points = [(0.5, 0.6), (0.6, 0.75), (0.65, 0.85), (0.75, 0.93), (0.85, 0.96), (0.98, 0.99)];

    public static double Of(double strength)
    {
        for (var i = 1; i < Points.Length; i++)
        {
            if (strength <= Points[i].Strength)
            {
                var share = Math.Max(0, (strength - Points[i - 1].Strength) / (Points[i].Strength - Points[i - 1].Strength));
                return Math.Round(Points[i - 1].Right + (share * (Points[i].Right - Points[i - 1].Right)), 2);
            }
        }

        return Points[^1].Right;
    }
}
