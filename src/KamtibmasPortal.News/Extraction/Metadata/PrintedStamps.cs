using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>
/// What a printed line says about time. One line often names both days, "Publié le 1er août 2024, mis à jour le 3 août 2024": each date
/// belongs to the label before it, and one without a label is the day of publication.
/// </summary>
internal sealed partial class PrintedStamps
{
    /// <summary>How far behind its label a date may begin.</summary>
    private const int LabelReach = 25;

    private PrintedStamps(StampedTime? published, StampedTime? modified, bool isLabelled) => (Published, Modified, IsLabelled) = (published, modified, isLabelled);

    public StampedTime? Published { get; }
    public StampedTime? Modified { get; }

    /// <summary>A label stands right before one of the dates.</summary>
    public bool IsLabelled { get; }

    public static PrintedStamps Read(string line, bool monthFirst)
    {
        StampedTime? named = null, bare = null, modified = null;
        var isLabelled = false;
        var labels = LabelPattern().Matches(line);
        for (var i = -1; i < labels.Count; i++)
        {
            var (from, isUpdate) = i < 0 ? (0, false) : (labels[i].Index + labels[i].Length, labels[i].Groups["changed"].Success);
            var part = line[from..(i + 1 < labels.Count ? labels[i + 1].Index : line.Length)];
            if (MachineDates.Read(part.Length > MachineDates.Longest ? part[..MachineDates.Longest] : part, monthFirst) is not { } stamp)
            {
                continue;
            }

            isLabelled |= i >= 0 && part.AsSpan().IndexOfAnyInRange('0', '9') <= LabelReach;
            if (isUpdate)
            {
                modified ??= stamp;
            }
            else if (i < 0)
            {
                bare = stamp;
            }
            else
            {
                named ??= stamp;
            }
        }

        return new PrintedStamps(named ?? bare, modified, isLabelled);
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(
        @"\b(?<changed>updat\w*|diperbarui|perbarui|diperbaharui|diubah|pembaruan|modified|revised|last (edited|changed)|aktualisiert|geändert|mis à jour|mise à jour|modifié|actualizad[oa]|actualización|modificad[oa]|atualizad[oa]|atualização|bijgewerkt|gewijzigd|aggiornat[oa]|aggiornamento)\b"
        + @"|\b(published|posted|created|diterbitkan|terbit|tayang|ditayangkan|dipublikasikan|dipublikasi|diposting|dibuat|dimuat|veröffentlicht|erstellt|publiée?|paru|publicad[oa]|gepubliceerd|geplaatst|pubblicat[oa])\b",
        Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LabelPattern();
}
