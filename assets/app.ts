import "./enhance/theme";
import "./enhance/dialog";
import "./enhance/forms";
import "./enhance/buttons";
import "./enhance/live";
