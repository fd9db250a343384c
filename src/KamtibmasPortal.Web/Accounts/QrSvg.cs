using System.Globalization;
using System.Text;
using QRCoder;

namespace KamtibmasPortal.Web.Accounts;

/// <summary>A QR code as the one path of an SVG element: no style, no script, nothing the content security policy would refuse.</summary>
/// <param name="Size">Modules on a side, the quiet zone included; the view box is as large.</param>
/// <param name="Path">The dark modules.</param>
public sealed record QrSvg(int Size, string Path)
{
    public static QrSvg Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrSvg(code.ModuleMatrix.Count, path.ToString());
    }
}
